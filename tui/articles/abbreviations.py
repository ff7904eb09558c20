"""What a full stop may belong to besides a sentence: abbreviations, by what may follow them.

Collected from the stylebooks of AP, Reuters and The Guardian and the abbreviation lists of Unicode's
CLDR (segmentation suppressions) for the larger European languages. All in small letters, without the
last full stop.
"""

from __future__ import annotations

TITLES = frozenset(
    """
    mr mrs ms messrs mx dr prof rev fr hon gen maj col lt sgt cpl pvt pfc capt cmdr cdr adm brig gov sen
    sens rep reps pres supt det insp sec treas atty asst amb const
    dep msgr st ste mt ft mme mlle mm sr sra srta dra
    hr hrn fru sig dott ing prof.ssa dhr mevr drs ir exmo exma св им
    """.split()
)
"""Titles and the like: what follows is a name, never a new sentence."""

MONTHS_AND_DAYS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Only abbreviations where they begin with a capital letter: `He sat.` is a sentence."""

BEFORE_NUMBERS = frozenset(
    "no nos nr núm n° vol pp p pg art arts sec secs ch chap fig figs eq par para ver ca abs ziff est".split()
)
"""Abbreviations only where a number follows: `Feb. 28`, `No. 10`, but `He said no.`"""

CLOSERS = frozenset(
    """
    inc corp co cos ltd llc plc bros jr sr esq etc al dept dist univ assn ave blvd rd bldg hwy ariz ala
    ark calif colo conn del fla ga ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn
    tenn tex va vt wash wis wyo phila stn ont que sask alta oz lb lbs ft yd hr hrs min mins approx ext
    a.k.a u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c l.a d.a n.y n.j n.h n.c s.c n.d s.d n.m w.va
    p.r b.c a.d b.a m.a
    m.d ph.d j.d m.b.a d.d.s r.n c.e.o c.i.a f.b.i n.f.l n.b.a p.o q.v r.i.p usw bzw mio mrd
    mill bn tr ee.uu ee uu s.a s.p.a s.r.l r.u cia тыс млн млрд руб г гг т.д т.п др ст
    """.split()
)
"""Abbreviations that may end a sentence: the next word decides."""

INNER = frozenset(
    """
    v vs cf viz e.g i.e eg ie ibid nee né née i.c w.r.t u.a z.b d.h o.ä u.ä vgl evtl ggf sog inkl exkl
    p.ex p.ej bijv o.a m.b.t t.e т.е т.к см rel incl excl resp i.d.r u.u z
    """.split()
)
"""Abbreviations that stand inside a sentence: they never end one."""

UNITS = frozenset("ft lb lbs oz yd hr hrs min mins st in".split())
"""Units that a smaller one follows: `5 ft. 9 in.`"""

HOURS = frozenset({"a.m", "p.m", "am", "pm"})

AFTER_HOURS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue
    wed thu fri sat sun est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst kst aest
    aedt msk eastern central mountain pacific greenwich eet eest wib hkt sgt
    """.split()
)
"""What goes on telling the time after `5 p.m.`"""

EXCLAIMING_NAMES = frozenset({"yahoo", "jeopardy", "mamma mia", "oliver", "westward ho", "panic", "yum", "e"})
"""Names spelt with an exclamation mark."""

STARTERS = frozenset(
    """
    a an the this that these those he she it we they you i his her its our their your my there here who
    what when where why how which whose but and or nor so yet if in on at by for from with without as of
    to into after before during while since until although though because however meanwhile moreover
    nevertheless instead also still then thus therefore once now today yesterday tomorrow last next
    earlier later according asked both each every either neither all any some many most more much no none
    not only one two three four five six seven eight nine ten several few another other such even just
    under over between among amid despite unlike about against around across along please
    yes well
    officials police authorities analysts experts critics supporters investigators prosecutors residents
    witnesses reporters lawmakers
    il elle ils elles le la les un une des ce cette mais et ou dans pour sur avec selon
    der die das ein eine er sie es wir ihr aber und oder im am auf mit nach bei für
    el los las una ella ellos pero y en con por para según su
    """.split()
)
"""Words that, with a capital letter after an abbreviation, begin a sentence."""

ALSO_SURNAMES = frozenset(
    "an so no you do her her will just even one under la le el der das von su y er".split()
)
"""Starters that after an initial are rather a name: `J. So`, `W. Von Braun`."""

ORDINAL_MONTHS = frozenset(
    """
    januar februar märz mars april mai juni juli august september oktober november dezember desember
    december jänner januari februari augusti maj marts ledna února března dubna května června července
    srpna září října listopadu prosince tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta
    jahrhundert jahrhunderts klasse platz juuni
    """.split()
)
"""Where `3. Oktober` says the third: what follows a number and its full stop."""
