"""The table of value expressions, with the number of errors printed."""

from datetime import date

import pytest

from tui.language.values import (
    attributions,
    compare_dates,
    compare_quantities,
    compare_quotations,
    dates,
    names,
    quantities,
    quotations,
    resolve_names,
)

# text, kind, normalised form of the one quantity in it
QUANTITIES = [
    ("More than 300 miners walked out", "count", ">=300 miner"),
    ("about 40 fishing boats", "count", "~40 boat"),
    ("dozens of sheep", "count", "24..99 sheep"),
    ("at least six bridges", "count", ">=6 bridge"),
    ("half a million votes", "count", "500000 vote"),
    ("a dozen lorries", "count", "12 lorry"),
    ("one hundred and five pupils", "count", "105 pupil"),
    ("tens of thousands of marchers", "count", "20000..99000 marcher"),
    ("1,300 tickets", "count", "1300 ticket"),
    ("1 300 tickets", "count", "1300 ticket"),
    ("1.300 tickets", "count", "1300 ticket"),
    ("between 40 and 50 onlookers", "count", "40..50 onlooker"),
    ("a three-boat convoy", "count", "3 boat"),
    ("nine of its vans", "count", "9 van"),
    ("two strong storms", "count", "2 storm"),
    ("One bridge collapsed", "count", "1 bridge"),
    ("The blast killed nine.", "count", "9"),
    ("€4.5m", "money", "EUR 4.5e6"),
    ("2.5bn dollars", "money", "USD 2.5e9"),
    ("nearly $90 million", "money", "USD ~9e7"),
    ("twelve percent of voters", "percent", "12%"),
    ("two-thirds of the harvest", "percent", "66.667%"),
    ("40 percent to 70 percent of the roofs", "percent", "40..70%"),
    ("a 52-year-old baker", "age", "52 year old"),
    ("Okafor, 61, retired", "age", "61 year old"),
    ("aged 19", "age", "19 year old"),
    ("the bill passed 212-98", "score", "212-98"),
    ("approved by 212 to 98", "score", "212-98"),
    ("at 4 p.m.", "time", "16:00"),
    ("at 11:20 am", "time", "11:20"),
    ("minus 12 degrees Celsius", "temperature", "-12 °C"),
    ("a 30-day truce", "duration", "30 day"),
    ("a weeklong strike", "duration", "1 week"),
    ("half an hour", "duration", "0.5 hour"),
    ("eleven times", "multiplicity", "11 time"),
    ("twice", "multiplicity", "2 time"),
    (". 22 caliber rifle", "calibre", "0.22 calibre"),
    ("a .22-caliber rifle", "calibre", "0.22 calibre"),
    ("a magnitude of 7.2", "magnitude", "7.2 magnitude"),
    ("a 7.2-magnitude earthquake", "magnitude", "7.2 magnitude"),
    ("850 square miles", "measure", "850 mile²"),
    ("up to 140km/h", "measure", "<=140 km/h"),
    ("the sixth raid", "ordinal", "#6 raid"),
    ("her fourth successful rescue mission", "ordinal", "#4 rescue"),
    ("two injured climbers", "count", "2 climber"),
    ("a mother of three", "count", "3 child"),
    ("a population of 18,000", "count", "18000 person"),
    ("as the toll reaches 21", "count", "21 person"),
    ("a crowd put at 38,400", "count", "38400 person"),
    ("injuring dozens more", "count", "24..99"),
    ("40 or 50 of them", "count", "40..50"),
    ("no fewer than nine ferries", "count", ">=9 ferry"),
    ("fewer than 20 seats", "count", "<=20 seat"),
    ("as many as 90 tents", "count", "<=90 tent"),
    ("millions of euros", "money", "EUR 2e6..2e7"),
    ("Rs 500", "money", "INR 500"),
    ("C$40 million", "money", "CAD 4e7"),
    ("3 to 4 million dollars", "money", "USD 3e6..4e6"),
    ("half of the fleet", "percent", "50%"),
    ("0.5 per cent", "percent", "0.5%"),
    ("a six-month-old foal", "age", "6 month old"),
    ("at 1840 GMT", "time", "18:40"),
    ("shortly before noon", "time", "~12:00"),
    ("82°F", "temperature", "27.8 °C"),
    ("for two and a half hours", "duration", "2.5 hour"),
    ("forty-eight hours", "duration", "48 hour"),
    ("The quake measured 5.4", "magnitude", "5.4 magnitude"),
    ("300 nautical miles", "measure", "300 nautical mile"),
    ("5 feet", "measure", "5 foot"),
    ("STORM KILLS 17", "count", "17"),
    ("between 20cm and 30cm", "measure", "20..30 cm"),
    ("adults aged 21 to 40", "age", "21..40 year old"),
    ("three-quarters of a million voters", "count", "750000 voter"),
    ("One in four teachers", "percent", "25%"),
    ("a dozen or so goats", "count", "~12 goat"),
    ("Quake kills 10\nPeople fled", "count", "10"),
    ("There were ten\npeople on board", "count", "10 person"),
    ("It reached 38C", "temperature", "38 °C"),
]

# no quantity is told here
NO_QUANTITY = [
    "It happened in 1987.",
    "an AK-47 and a Boeing 747",
    "Flight 612 to Oslo",
    "Call 555-010-2233 now",
    "No one saw it, and at first nobody asked.",
    "on 14th Street",
    "of 28 November 2005",
    "One of them said so.",
    "the First Amendment",
    "www.example.org/2040/55",
    "418 West Mill Street",
    "on Interstate 80",
    "in the 1400 block of Elm",
    "COVID-19",
    "He was the first to leave, and left once.",
    "as one might expect",
    "that happened in the 1990s",
    "at user42@example.org",
    "a Pixel 8 costs more",
    "in World War II",
]

# text, published, normalised form of the one date in it
DATES = [
    ("He left office on February 29.", "2022-05-01", "--02-29"),  # no leap year is near
    ("He left office on June 31.", "2022-05-01", "--06-31"),  # a slip of the writer
    ("on March 20, 2007", None, "2007-03-20"),
    ("28 November 2005", None, "2005-11-28"),
    ("Feb. 28", None, "--02-28"),
    ("Feb. 28", "2025-03-18", "2025-02-28"),
    ("in June 1998", None, "1998-06"),
    ("since 2004", None, "2004"),
    ("on Tuesday", None, "tuesday"),
    ("on Tuesday", "2025-03-19", "2025-03-18"),
    ("yesterday", "2025-03-01", "2025-02-28"),
    ("last August", "2025-03-18", "2024-08"),
    ("11 years ago", "2025-03-18", "2014"),
    ("11 years ago", None, "-11 year"),
    ("the 1990s", None, "1990s"),
    ("2013-09-14", None, "2013-09-14"),
    ("4/19/2007", None, "2007-04-19"),
    ("Lima, 17 May (Agencies)", None, "--05-17"),
    ("the 19th century", None, "19th century"),
    ("March 3-5, 2011", None, "2011-03-03/2011-03-05"),
    ("1979-1983", None, "1979-01-01/1983-12-31"),
    ("last week", "2025-03-18", "2025-03-10/2025-03-16"),
    ("will meet on Friday", "2025-03-18", "2025-03-21"),
    ("on the 28th of May", "2025-03-18", "2024-05-28"),
    ("two days ago", "2025-03-01", "2025-02-27"),
    ("it comes with the August pay", None, "--08"),
    ("from September on", None, "--09"),
    ("600 more by March", None, "--03"),
]
# two expressions, the day of writing, and how they relate
DATE_PAIRS = [
    ("on Tuesday", "on Wednesday", None, "differ"),
    ("on Tuesday", "on March 18, 2025", "2025-03-19", "agree"),
    ("March 20, 2007", "April 2007", None, "differ"),
    ("March 20, 2007", "in 2007", None, "agree"),
    ("in 2007", "last August", None, "not comparable"),
    ("Feb. 28", "28 February", None, "agree"),
    ("yesterday", "on Friday", None, "not comparable"),
    ("yesterday", "on Friday", "2025-03-18", "differ"),
    ("11 years ago", "in 2014", "2025-03-18", "agree"),
    ("June 1998", "June 1999", None, "differ"),
]

# two expressions and how they relate
QUANTITY_PAIRS = [
    ("over 400 people", "404 people", "agree"),
    ("a 30-day truce", "thirty days", "agree"),
    ("dozens of boats", "36 boats", "agree"),
    ("dozens of boats", "5 boats", "differ"),
    ("$1.2 billion", "1.2bn dollars", "agree"),
    ("1,300 square kilometres", "500 square miles", "agree"),
    ("four villages", "five villages", "differ"),
    ("four villages", "five doctors", "not comparable"),
    ("about 15 villages", "7 villages", "differ"),
    ("three strong aftershocks", "at least four aftershocks", "differ"),
    ("about 6.0 on the Richter scale", "a magnitude of 5.9", "agree"),
    ("a magnitude of 6.4", "a magnitude of 5.9", "differ"),
    ("a week-long hunt", "seven days", "agree"),
    ("killed 10 people", "wounded 12 people", "not comparable"),
    ("60 percent", "$60", "not comparable"),
    (".38 caliber", ".357 caliber", "differ"),
    ("396-9", "396 to 9", "agree"),
    ("3 p.m.", "3:00 pm", "agree"),
    ("55,000 pages", "50,000 pages", "differ"),
    ("31,000 homes", "31,240 homes", "agree"),
    ("about 100,000 people", "120,000 people", "differ"),
    ("more than 100,000 people", "120,000 people", "agree"),
    ("more than 100,000 people", "400,000 people", "differ"),
    ("at least 10 deaths", "11 people were killed", "agree"),
    ("for a month", "30 days", "agree"),
    ("15 miles", "24 km", "agree"),
    ("28 degrees Celsius", "82 degrees Fahrenheit", "agree"),
    ("two-thirds of the homes", "67 percent of homes", "agree"),
    ("three co-workers", "two workers", "differ"),
    ("two boats", "three vessels", "differ"),
    ("48-year-old", "aged 49", "differ"),
    ("twice", "three times", "differ"),
    ("the third raid", "the fourth raid", "differ"),
    ("the third raid", "three raids", "not comparable"),
    ("between 40 and 50 boats", "45 boats", "agree"),
    ("3 p.m.", "4 p.m.", "differ"),
    ("$5 million", "€5 million", "not comparable"),
    ("up to 60 seats", "45 seats", "agree"),
    ("more than 110", "110 billion", "not comparable"),
    ("after week on the run", "after eight days on the run", "differ"),
    ("one out of every five children", "two in five children", "differ"),
]

# text, the names in it (role before a bar)
NAMES = [
    (
        "French President Lucie Arnaud met Mr. Osei in Lagos.",
        ["French", "President|Lucie Arnaud", "Mr.|Osei", "Lagos"],
    ),
    ("Officials said the Bank of England would act.", ["Bank of England"]),
    ("Kent County Sheriff Dana K. Whitlow spoke.", ["Kent County", "Sheriff|Dana K. Whitlow"]),
    ("The U.S.-Mexico border and the Gulf of Finland", ["U.S.", "Mexico", "Gulf of Finland"]),
    ("It was Monday in March.", []),
    ("However, nobody came.", []),
    ("Ludwig van Horn’s brother", ["Ludwig van Horn"]),
    ("the World Food Programme (WFP)", ["World Food Programme", "WFP"]),
    ("Storm Batters Coast as Rivers Rise\nThe storm broke over Bergen on Sunday.", ["Bergen"]),
    ("Secretary of State Ana Ruiz left Oslo.", ["Secretary of State|Ana Ruiz", "Oslo"]),
    ("a crash on 48th Street near Interstate 90", ["48th Street", "Interstate 90"]),
    ("在北京举行了会议。", []),
]

# names of one text, names of the other, and the clusters that hold more than one spelling
CLUSTERS = [
    (
        "He met Dmytro Kovalenko.",
        "Then Kovalenko left.",
        {"Dmytro Kovalenko": {"Dmytro Kovalenko", "Kovalenko"}},
    ),
    ("the Norwegian fleet", "a fleet from Norway", {"Norway": {"Norwegian", "Norway"}}),
    ("the World Food Programme", "said the WFP", {"World Food Programme": {"World Food Programme", "WFP"}}),
    ("near Ann Reed and Tom Reed", "said Reed", {}),
    ("with Andriy Zelenko", "with Andrii Zelenko", {"Andriy Zelenko": {"Andriy Zelenko", "Andrii Zelenko"}}),
    ("in Iran", "in Iraq", {}),
    ("They saw Mrs Ann Reed, Mr Tom Reed and Mr Reed Marsh.", "said Reed", {}),
    ("the U.S. army", "the United States army", {"United States": {"U.S.", "United States"}}),
]

# text, its quotations with their speakers
QUOTATIONS = [
    ("“We lost the barn,” Ida Holm said.", [("We lost the barn,", "Ida Holm")]),
    ('Mayor Ida Holm told reporters: "Not one house is left."', [("Not one house is left.", "Ida Holm")]),
    (
        "Ida Holm came home. “No,” she said. “Not yet.”",
        [("No,", "Ida Holm"), ("Not yet.", "Ida Holm")],
    ),
    ("‘They’ve gone,’ said Rhys Parry, a guard.", [("They’ve gone,", "Rhys Parry")]),
    ("According to Rhys Parry, “nobody was asked.”", [("nobody was asked.", "Rhys Parry")]),
    ("«Nous partons», said Luc Moreau.", [("Nous partons", "Luc Moreau")]),
    ("„Wir gehen jetzt“, said Uwe Kranz.", [("Wir gehen jetzt", "Uwe Kranz")]),
    ("The guards’ hut wasn’t ’locked", []),
    (
        "“The first wall fell,” Ida Holm said. “Then\n\n“Then the roof came down.”",
        [
            ("The first wall fell,", "Ida Holm"),
            ("Then", "Ida Holm"),
            ("Then the roof came down.", "Ida Holm"),
        ],
    ),
    (
        "“One wall fell. Then it rained.\n\n“The roof came down,” Ida Holm said.",
        [("One wall fell. Then it rained.", "Ida Holm"), ("The roof came down,", "Ida Holm")],
    ),
    ("“The road is shut,” police said.", [("The road is shut,", "")]),
    ("“The road is shut,”\u00a0said Ida Holm.", [("The road is shut,", "Ida Holm")]),
    ("Ann Reed met Tom Hale. “It is over,” the clerk said.", [("It is over,", "")]),
]

# two quotations, how they relate, the words in which they differ
QUOTATION_PAIRS = [
    (
        "The dam should have been opened in May",
        "The dam shouldn't have been opened in May",
        "differ",
        "|shouldn't",
    ),
    ("We don’t want a war here", "We do not want a war here", "agree", "|"),
    ("a long list of faults", "There was a long list of faults in it", "agree", "|"),
    (
        "We will open by Friday at the latest",
        "We will open by Monday at the latest",
        "differ",
        "Friday|Monday",
    ),
    ("They realised it was over for them", "They realized it was over for them", "agree", "|"),
    ("The dam should have been opened in May", "Nobody told us that rain was coming", "not comparable", "|"),
    ("no comment", "we have nothing to say", "not comparable", "|"),
]


def wrong_quotations() -> list[str]:
    wrong = []
    for text, expected in QUOTATIONS:
        found = [(text[q.start : q.end], q.speaker) for q in quotations(text)]
        if found != expected:
            wrong.append(f"{text!r}: {found}, not {expected}")
    for a, b, verdict, differing in QUOTATION_PAIRS:
        there, back = compare_quotations(a, b), compare_quotations(b, a)
        words = " ".join(a[s:e] for s, e in there.a) + "|" + " ".join(b[s:e] for s, e in there.b)
        if (there.agreement.verdict, words) != (verdict, differing) or there.agreement != back.agreement:
            wrong.append(f"{a!r}, {b!r}: {there.agreement}, {words}")
    return wrong


# text, who is said to say the last sentence of it
ATTRIBUTIONS = [
    ("The road is closed, Kent County Sheriff Dana Whitlow said.", "Dana Whitlow"),
    ("According to Dana Whitlow, the road is closed.", "Dana Whitlow"),
    ("Dana Whitlow, who runs the county, said the road was closed.", "Dana Whitlow"),
    ("Dana Whitlow closed the road. She said it was flooded.", "Dana Whitlow"),
    ("The road is closed, police said.", ""),
    ("The road is closed, a woman in Leeds said.", ""),
]


def wrong_attributions() -> list[str]:
    wrong = []
    for text, speaker in ATTRIBUTIONS:
        found = attributions(text)
        if not found or found[-1].speaker != speaker:
            wrong.append(f"{text!r}: {found}, not {speaker!r}")
    text = "The road is closed. It will open on Friday."
    return wrong + [f"{text!r}: {found}" for found in attributions(text)]


def wrong_quantities() -> list[str]:
    wrong = []
    for text, kind, normal in QUANTITIES:
        found = [(q.kind, q.normal) for q in quantities(text)]
        if found != [(kind, normal)]:
            wrong.append(f"{text!r}: {found}, not {(kind, normal)}")
    for text in NO_QUANTITY:
        if found_here := [(q.kind, q.normal) for q in quantities(text)]:
            wrong.append(f"{text!r}: {found_here}, not nothing")
    return wrong


def wrong_dates() -> list[str]:
    wrong = []
    for text, published, normal in DATES:
        day = date.fromisoformat(published) if published else None
        found = [d.normal for d in dates(text, day)]
        if found != [normal]:
            wrong.append(f"{text!r} ({published}): {found}, not {normal}")
    return wrong


def wrong_pairs() -> list[str]:
    wrong = []
    for first, second, verdict in QUANTITY_PAIRS:
        a, b = quantities(first), quantities(second)
        if len(a) != 1 or len(b) != 1:
            wrong.append(f"{first!r}, {second!r}: not one value each: {a} {b}")
            continue
        there, back = compare_quantities(a[0], b[0]), compare_quantities(b[0], a[0])
        if there != back or there.verdict != verdict:
            wrong.append(f"{first!r}, {second!r}: {there}, not {verdict}")
    return wrong


def wrong_date_pairs() -> list[str]:
    wrong = []
    for first, second, published, verdict in DATE_PAIRS:
        day = date.fromisoformat(published) if published else None
        ((a,), (b,)) = dates(first, day), dates(second, day)
        there, back = compare_dates(a, b), compare_dates(b, a)
        if there != back or there.verdict != verdict:
            wrong.append(f"{first!r}, {second!r} ({published}): {there}, not {verdict}")
    return wrong


def wrong_names() -> list[str]:
    wrong = []
    for text, expected in NAMES:
        found = [f"{n.role}|{n.text}" if n.role else n.text for n in names(text)]
        if found != expected:
            wrong.append(f"{text!r}: {found}, not {expected}")
    for first, second, expected_clusters in CLUSTERS:
        a, b = names(first), names(second)
        clusters = {
            c.name: forms
            for c in resolve_names(a, b)
            if len(forms := {a[i].text for i in c.a} | {b[i].text for i in c.b}) > 1
        }
        if clusters != expected_clusters:
            wrong.append(f"{first!r}, {second!r}: {clusters}, not {expected_clusters}")
    return wrong


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    checks = (wrong_quantities, wrong_dates, wrong_pairs, wrong_date_pairs, wrong_names, wrong_quotations)
    checks += (wrong_attributions,)
    wrong = [error for check in checks for error in check()]
    tables = (QUANTITIES, NO_QUANTITY, DATES, DATE_PAIRS, QUANTITY_PAIRS, NAMES, CLUSTERS)
    tables += (QUOTATIONS, QUOTATION_PAIRS, ATTRIBUTIONS)
    size = sum(map(len, tables))
    with capsys.disabled():
        print(f"\n{len(wrong)} errors in {size} value expressions", *wrong, sep="\n  ")
    assert size >= 150
    assert not wrong
