"""What alignment promises of any two texts: mirrored, repeatable, and only what is there."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.stories import Story, long_text, pair, reworded, stories

from tui.alignment.align import align
from tui.alignment.evidence import explained
from tui.alignment.features import features
from tui.alignment.index import candidates, wordings
from tui.alignment.lexicon import make_lexicon
from tui.alignment.model import Alignment, Link
from tui.articles.model import Article
from tui.comparison.compare import told
from tui.language.progress import silent

LOOSE_WORDS = (
    "Novak Ostrava Ferrer Izmir the of in and not said fire flooded burned river bridge schools 30 31 thirty "
    "percent Tuesday Zelenskyy Zelensky U.S. US doubts skepticism “never”, $1.2 billion — é 東京都 пожар"
).split()
LOOSE = st.lists(st.lists(st.sampled_from(LOOSE_WORDS), max_size=14).map(" ".join), max_size=9)
"""Passages that share many words in any order, some empty: full of ties."""


def aligned(a: list[str], b: list[str]) -> tuple[Link, ...]:
    return with_evidence(Article.from_passages(a), Article.from_passages(b))


def with_evidence(a: Article, b: Article) -> tuple[Link, ...]:
    alignment = align(a, b)
    assert alignment.lexicon is not None
    return explained(alignment.candidates, alignment.lexicon, told(a), told(b))


def mirrored(links: tuple[Link, ...]) -> list[tuple[object, ...]]:
    return sorted(
        (link.b, link.a, link.score, tuple(sorted((e.kind, e.b, e.a) for e in link.evidence)))
        for link in links
    )


def plain(links: tuple[Link, ...]) -> list[tuple[object, ...]]:
    return sorted(
        (link.a, link.b, link.score, tuple(sorted((e.kind, e.a, e.b) for e in link.evidence)))
        for link in links
    )


@settings(max_examples=60, deadline=None)
@given(LOOSE, LOOSE)
def test_the_same_input_gives_the_same_links_and_swapped_input_mirrored_ones(
    a: list[str], b: list[str]
) -> None:
    links = aligned(a, b)
    assert links == aligned(a, b)
    assert mirrored(links) == plain(aligned(b, a))


@settings(max_examples=40, deadline=None)
@given(LOOSE, LOOSE)
def test_evidence_stands_in_its_passages_and_links_are_sorted(a: list[str], b: list[str]) -> None:
    left, right = Article.from_passages(a), Article.from_passages(b)
    links = with_evidence(left, right)
    assert [(link.a, link.b) for link in links] == sorted({(link.a, link.b) for link in links})
    for link in links:
        assert 0 <= link.score <= 1
        p, q = left.passages[link.a], right.passages[link.b]
        for e in link.evidence:
            assert p.start <= e.a[0] < e.a[1] <= p.end
            assert q.start <= e.b[0] < e.b[1] <= q.end


@settings(max_examples=40, deadline=None)
@given(st.one_of(stories().map(lambda s: list(s.sentences)), LOOSE))
def test_in_identical_texts_every_passage_is_linked_to_itself_with_the_top_score(text: list[str]) -> None:
    links = {(link.a, link.b): link.score for link in aligned(text, text)}
    for number, passage in enumerate(text):
        if any(c.isalnum() for c in passage):
            assert links[number, number] == 1.0


def test_a_refrain_among_thousands_of_lines_is_linked_to_itself() -> None:
    """In a long text words that stand everywhere propose no candidates: the same words still do."""
    lines = [
        line if k % 3 else "And it was so, and they were there." for k, line in enumerate(long_text(600))
    ]
    links = {(link.a, link.b): link.score for link in aligned(lines, lines)}
    assert all(links.get((k, k)) == 1.0 for k in range(600))


def test_case_punctuation_and_spelling_do_not_make_other_words() -> None:
    (link,) = aligned(["The U.S. labour centre—closed."], ["the US “labor center” closed"])
    assert link.score == 1.0


@settings(max_examples=40, deadline=None)
@given(stories(least=4))
def test_texts_with_nothing_in_common_have_no_link(story: Story) -> None:
    half = len(story.sentences) // 2
    assert pair(story.sentences[:half], story.sentences[half:]).links == ()


def test_texts_without_a_word_in_common_have_not_even_a_candidate() -> None:
    assert (
        aligned(["Goats graze.", "Solberg sang."], ["Trams halted overnight.", "Mori painted fences."]) == ()
    )


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_links_follow_paragraphs_in_another_order(data: st.DataObject) -> None:
    story = data.draw(stories())
    order = data.draw(st.permutations(range(len(story.sentences))))
    links = pair(story.sentences, [story.sentences[k] for k in order]).links
    assert {(link.a, link.b) for link in links} == {(k, place) for place, k in enumerate(order)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([], []),
        ([], ["Rain fell."]),
        ([""], [""]),
        (["", "Rain fell on Kandy.", ""], ["…", "Mori"]),
        (["—"], ["—"]),
        ([" \n "], ["\t"]),
    ],
)
def test_empty_passages_have_no_links(a: list[str], b: list[str]) -> None:
    assert aligned(a, b) == ()


def test_one_word_passages() -> None:
    assert [(link.a, link.b, link.score) for link in aligned(["Rain", "Fire"], ["Fire"])] == [(1, 0, 1.0)]


def test_a_passage_split_in_two_is_linked_to_both_parts() -> None:
    whole = (
        "A fire at a furniture warehouse in Izmir injured 31 workers on Monday, and inspectors found that"
        " the sprinklers had been switched off for repairs, fire chief Selin Aydin said."
    )
    parts = [
        "31 workers were injured on Monday in a fire at a furniture warehouse in Izmir.",
        "The sprinklers had been switched off for repairs, inspectors found, according to Selin Aydin.",
        "The football club of Porto signed a new striker for three seasons.",
    ]
    links = {(link.a, link.b) for link in pair([whole, "Snow is expected in Tromso on Sunday."], parts).links}
    assert links == {(0, 0), (0, 1)}


LANGUAGES = {
    "German": (
        "Ein Feuer in einem Lagerhaus in Bremen hat am Montag sieben Arbeiter verletzt.",
        "Sieben Arbeiter wurden am Montag bei einem Feuer in einem Lagerhaus in Bremen verletzt.",
        "Der Verein verlor das Endspiel gegen Rostock.",
        "Forscher entdeckten vor Grönland unbekannte Quallen.",
    ),
    "French": (
        "Un incendie dans un entrepôt de Rouen a blessé sept ouvriers lundi.",
        "Lundi, sept ouvriers ont été blessés dans l’incendie d’un entrepôt à Rouen.",
        "Le club a perdu la finale contre Lorient.",
        "Des chercheurs ont découvert des méduses inconnues près du Groenland.",
    ),
    "Russian": (
        "Пожар на складе в Самаре в понедельник ранил семь рабочих.",
        "В понедельник семь рабочих пострадали: пожар произошёл на складе в Самаре.",
        "Команда проиграла финал соперникам из Казани.",
        "Учёные нашли неизвестную медузу у берегов Гренландии.",
    ),
    "Greek": (
        "Πυρκαγιά σε αποθήκη στον Βόλο τραυμάτισε επτά εργάτες τη Δευτέρα.",
        "Επτά εργάτες τραυματίστηκαν τη Δευτέρα από πυρκαγιά σε αποθήκη στον Βόλο.",
        "Η ομάδα έχασε τον τελικό στην Πάτρα.",
        "Επιστήμονες βρήκαν άγνωστη μέδουσα κοντά στη Γροιλανδία.",
    ),
    "Arabic": (
        "أدى حريق في مستودع في وهران إلى إصابة سبعة عمال يوم الاثنين.",
        "أصيب سبعة عمال يوم الاثنين في حريق اندلع في مستودع في وهران.",
        "خسر الفريق المباراة النهائية في تونس.",
        "اكتشف العلماء قنديل بحر مجهولا قرب غرينلاند.",
    ),
    "Chinese": (
        "周一，杭州一家仓库发生火灾，七名工人受伤。",
        "杭州一家仓库周一起火，造成七名工人受伤。",
        "球队在决赛中输给了对手。",
        "科学家在格陵兰附近发现了未知的水母。",
    ),
    "Japanese": (
        "月曜日、名古屋の倉庫で火災があり、作業員七人がけがをした。",
        "名古屋の倉庫で月曜日に火災が発生し、作業員七人がけがをした。",
        "チームは決勝で敗れた。",
        "科学者がグリーンランド沖で未知のクラゲを発見した。",
    ),
    "Thai": (
        "เกิดไฟไหม้โกดังสินค้าที่เชียงใหม่เมื่อวันจันทร์ คนงานบาดเจ็บเจ็ดคน",
        "คนงานเจ็ดคนบาดเจ็บจากเหตุไฟไหม้โกดังสินค้าที่เชียงใหม่เมื่อวันจันทร์",
        "ทีมแพ้ในรอบชิงชนะเลิศ",
        "นักวิทยาศาสตร์พบแมงกะพรุนที่ไม่รู้จักใกล้กรีนแลนด์",
    ),
}
"""Of each: one thing told twice, and one thing that each side tells alone."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_reworded_sentences_link_in_any_language_and_others_do_not(language: str) -> None:
    one, same, only_a, only_b = LANGUAGES[language]
    links = pair([only_a, one], [same, only_b]).links
    assert [(link.a, link.b) for link in links] == [(1, 0)]


ONLY_FUNCTION_WORDS = {
    "English": (
        ["The government wants a tax on sugar.", "The opposition is against it, and so is the minister."],
        ["The cat was on the window sill.", "A woman from Kiel is at the door, and it is open."],
    ),
    "German": (
        ["Die Regierung will eine Steuer auf Zucker.", "Die Opposition ist gegen eine solche Abgabe."],
        ["Die Katze saß auf der Fensterbank.", "Eine Frau aus Kiel ist die Siegerin."],
    ),
    "French": (
        ["Le gouvernement veut une taxe sur le sucre.", "L’opposition l’a refusée et elle s’est retirée."],
        ["Le chat était sur le rebord de la fenêtre.", "Une femme de Lille a ouvert la porte et l’a fermée."],
    ),
    "Spanish": (
        ["El gobierno quiere un impuesto sobre el azúcar.", "La oposición se ha opuesto a la medida."],
        ["El gato estaba en el alféizar de la ventana.", "Una mujer de Vigo se ha quedado en la puerta."],
    ),
    "Italian": (
        ["Il governo vuole una tassa sullo zucchero.", "L’opposizione non è d’accordo con il ministro."],
        ["Il gatto era sul davanzale della finestra.", "Una donna di Lecce non è nella casa con l’orto."],
    ),
    "Russian": (
        ["Правительство хочет ввести налог на сахар.", "Но министр не был с ними."],
        ["Кошка сидела на окне.", "Но женщина из Томска не была с детьми."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ONLY_FUNCTION_WORDS)
def test_two_short_texts_that_share_only_function_words_have_no_link(language: str) -> None:
    """So few words tell nothing of how frequent one is: a table of function words must."""
    a, b = ONLY_FUNCTION_WORDS[language]
    assert aligned(a, b) == ()


class Cancelled(Exception):
    pass


@pytest.mark.parametrize("after", [0.0, 0.2, 0.5, 0.8])
def test_the_progress_callback_cancels_by_raising(after: float) -> None:
    told: list[float] = []

    def cancel(stage: str, part: float) -> None:
        told.append(part)
        if part >= after:
            raise Cancelled

    text = Article.from_passages(long_text(300))
    with pytest.raises(Cancelled):
        align(text, text, progress=cancel)
    assert told == sorted(told)


def test_progress_only_grows() -> None:
    told: list[float] = []
    text = Article.from_passages(long_text(500))
    align(text, text, progress=lambda stage, part: told.append(part))
    assert told == sorted(told)
    assert all(0 <= part <= 1 for part in told)
    assert len(told) >= 5


PROGRAM = """
import sys
sys.path.insert(0, "tests")
from support.stories import long_text, reworded
from tui.alignment.evidence import explained
from tui.alignment.align import align
from tui.articles.model import Article
a, b = long_text(150), reworded(long_text(150))
for link in align(Article.from_passages(a), Article.from_passages(b)).candidates:
    print(link)
"""


def test_the_number_of_threads_changes_nothing() -> None:
    printed = []
    for threads in ("1", "2"):
        many = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), threads)
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=os.environ | many, capture_output=True, text=True, check=True
        )
        printed.append(ran.stdout)
    assert printed[0] == printed[1]
    assert printed[0].count("\n") >= 150


def peak(lines: int) -> int:
    """Bytes that finding and scoring the pairs of a text of so many lines takes at most."""
    text = long_text(lines)
    lexicon = make_lexicon(text, reworded(text))
    tracemalloc.start()
    try:
        a, b = candidates(lexicon.terms, lexicon.passages.said_b, wordings(lexicon.terms), silent)
        features(a, b, lexicon)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_square_of_the_text() -> None:
    assert peak(4000) / peak(1000) < 8  # the square would be 16


def test_a_reworded_long_text_is_linked_line_by_line() -> None:
    lines = long_text(800)
    text = Article.from_passages(lines), Article.from_passages(reworded(lines))
    links = align(*text).links(0.3)
    own = {link.a for link in links if link.a == link.b}
    assert len(own) >= 0.95 * len(lines)
    assert len(links) <= 1.1 * len(lines)


def test_the_readers_decisions_stand_over_the_scores() -> None:
    alignment = Alignment((Link(0, 0, 0.9), Link(0, 1, 0.4), Link(1, 1, 0.2)))
    assert [(c.a, c.b) for c in alignment.links(0.3)] == [(0, 0), (0, 1)]
    decided = alignment.links(0.5, pinned=frozenset({(1, 1), (2, 0)}), cut=frozenset({(0, 0)}))
    assert [(c.a, c.b, c.score) for c in decided] == [(1, 1, 1.0), (2, 0, 1.0)]
