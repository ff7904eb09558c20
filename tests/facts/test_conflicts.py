"""Where two articles cannot both be right, and where they only seem not to."""

from __future__ import annotations

import pytest
from support.stories import pair

from tui.facts.model import ConflictKind


def conflicts(a: str, b: str) -> list[tuple[ConflictKind, str, str]]:
    """The conflicts of two passages, each beside one that has nothing to do with the other article."""
    found = pair([a, "Snow is expected in Tromso."], [b, "The museum of Porto hired a pianist."])
    return [(c.kind, found.a.text[slice(*c.a.span)], found.b.text[slice(*c.b.span)]) for c in found.conflicts]


@pytest.mark.parametrize(
    ("kind", "a", "b", "in_a", "in_b"),
    [
        (
            "quantity",
            "The flood in Kandy damaged 15 villages along the river.",
            "Seven villages along the river were damaged by the flood in Kandy.",
            "15 villages",
            "Seven villages",
        ),
        (
            "quantity",
            "The ferry operator was fined $1.2 million for the spill.",
            "For the spill, the ferry operator was fined $2.1 million.",
            "$1.2 million",
            "$2.1 million",
        ),
        (
            "quantity",
            "Unemployment in Porto rose to 7.4 percent in the third quarter.",
            "In the third quarter unemployment in Porto rose to 9.1 percent.",
            "7.4 percent",
            "9.1 percent",
        ),
        (
            "date",
            "The bridge over the Vistula was closed to traffic on Tuesday by engineers.",
            "Engineers closed the bridge over the Vistula to traffic on Wednesday.",
            "Tuesday",
            "Wednesday",
        ),
        (
            "date",
            "The treaty between Chile and Peru was signed on March 3, 1929 in Lima.",
            "The treaty between Chile and Peru was signed in Lima on March 9, 1929.",
            "March 3",
            "March 9",
        ),
        (
            "name",
            "The trapped miner, Dmitri Kovalchuk, was pulled out alive on Sunday.",
            "On Sunday the trapped miner, Dmitri Kovalchek, was pulled out alive.",
            "Kovalchuk",
            "Kovalchek",
        ),
        (
            "polarity",
            "The ministry in Izmir did not approve the purchase of the new helicopters.",
            "The ministry in Izmir approved the purchase of the new helicopters.",
            "not approve",
            "approved",
        ),
        (
            "polarity",
            "Neither the Ministry of Health nor the Red Cross disclosed any figures on the outbreak.",
            "Both the Ministry of Health and the Red Cross published figures on the outbreak.",
            "Neither",
            "Both",
        ),
        (
            "polarity",
            "Both the Senate and the Treasury released their reports on the bank.",
            "Neither the Senate nor the Treasury released a report on the bank.",
            "Both",
            "Neither",
        ),
        (
            "quote",
            "“Rubber bullets should have been used against the crowd,” inspector Selin Aydin said.",
            "“Rubber bullets should never have been aimed at the crowd,” inspector Selin Aydin said.",
            "used",
            "aimed",
        ),
        (
            "quote",
            "“We will rebuild every single house in this valley,” Mayor Gwen Pritchard said.",
            "Mayor Gwen Pritchard said: “We will repair every single house in this valley.”",
            "rebuild",
            "repair",
        ),
        (
            "quantity",
            "A landslide near Kandy killed 14 villagers and blocked the coast road.",
            "The landslide near Kandy left nine people dead and blocked the coast road.",
            "14",
            "nine",
        ),
        (
            "quantity",
            "The collapse of a stand in Rosario injured 31 people on Sunday.",
            "On Sunday 24 people were injured in the collapse of a stand in Rosario.",
            "31 people",
            "24 people",
        ),
        (
            "quantity",
            "Kandy, in the hills, has a population of about 110,000.",
            "The flood struck Kandy, home to 160,000 people.",
            "110,000",
            "160,000",
        ),
        (
            "quantity",
            "Police arrested Dmitri Kovalchuk, 27, near the harbour in Izmir.",
            "Dmitri Kovalchuk, 31, was arrested by police near the harbour in Izmir.",
            "27",
            "31",
        ),
        (
            "quantity",
            "The prisoner was caught in Lublin after eleven days on the run.",
            "Prisoner caught in Lublin after week on the run",
            "eleven days",
            "week",
        ),
        (
            "quantity",
            "Rescuers counted four badly damaged bridges in the valley of Kandy.",
            "Five bridges were badly damaged in the valley of Kandy, rescuers said.",
            "four",
            "Five bridges",
        ),
        (
            "quantity",
            "The quake levelled 15 villages on the island of Qeshm.",
            "Help was slow to reach the island of Qeshm, where seven villages lay in ruins.",
            "15 villages",
            "seven villages",
        ),
        (
            "quantity",
            "The ferry left the harbour of Cardiff at 7 p.m. with a broken rudder.",
            "With a broken rudder the ferry left the harbour of Cardiff at 10 p.m.",
            "7 p.m.",
            "10 p.m.",
        ),
        (
            "quantity",
            "Porto beat Rosario 3-1 in the final of the cup.",
            "In the final of the cup Porto beat Rosario 4-1.",
            "3-1",
            "4-1",
        ),
        (
            "quantity",
            "The museum of Porto paid $3 million for the painting by Ferrer.",
            "For the painting by Ferrer the museum of Porto paid $5 million.",
            "$3 million",
            "$5 million",
        ),
        (
            "quantity",
            "Kandy, which lies 115 kilometers (70 miles) east of Colombo, was cut off by the flood.",
            "The flood cut off Kandy, some 150 kilometers from Colombo.",
            "115 kilometers",
            "150 kilometers",
        ),
        (
            "quote",
            "“The future of the valley and the future of Kandy within the valley is at stake,” he said.",
            "“The future of the valley, and with that the future of Kandy in it, is at stake,” he said.",
            "within",
            "with that",
        ),
        (
            "date",
            "Kovalchuk was convicted of armed robbery in June 1998 and began a life sentence in Lublin.",
            "In June 1999 Kovalchuk began his life sentence in Lublin for armed robbery.",
            "June 1998",
            "June 1999",
        ),
        (
            "date",
            "The lighthouse of Tromso was built by Danish engineers in 1871.",
            "Danish engineers built the lighthouse of Tromso in 1878.",
            "1871",
            "1878",
        ),
        (
            "name",
            "The harbour master of Cardiff, Jon Pritchard, raised the alarm.",
            "John Pritchard, the harbour master of Cardiff, raised the alarm.",
            "Jon",
            "John",
        ),
        (
            "name",
            "The court in Izmir sentenced Erik Solberg to nine years for the robbery.",
            "The court in Izmir sentenced Rui Tavares to nine years for the robbery.",
            "Erik Solberg",
            "Rui Tavares",
        ),
        (
            "name",
            "The stolen statue was found in a barn near Ostrava on Sunday morning.",
            "The stolen statue was found in a barn near Winnipeg on Sunday morning.",
            "Ostrava",
            "Winnipeg",
        ),
        (
            "polarity",
            "The council of Lublin approved the new tram line to the airport.",
            "The council of Lublin rejected the new tram line to the airport.",
            "approved",
            "rejected",
        ),
        (
            "polarity",
            "The Treasury refused to publish the letters of the governor to the bank.",
            "The Treasury published the letters of the governor to the bank.",
            "refused",
            "published",
        ),
        (
            "attribution",
            "“The dam will not hold another night of rain,” engineer Rui Tavares said.",
            "“The dam will not hold another night of rain,” geologist Marta Novak said.",
            "Rui Tavares",
            "Marta Novak",
        ),
        (
            "attribution",
            "Hail fell on Porto for hours. “Every single boat in this harbour is lost,” said Rui Tavares.",
            "Mayor Gwen Pritchard told the council in tears: “Every single boat in this harbour is lost.”",
            "Rui Tavares",
            "Gwen Pritchard",
        ),
    ],
)
def test_conflicts_are_found(kind: ConflictKind, a: str, b: str, in_a: str, in_b: str) -> None:
    found = [c for c in conflicts(a, b) if c[0] == kind]
    assert len(found) == 1, conflicts(a, b)
    assert in_a in found[0][1]
    assert in_b in found[0][2]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "About 600 people left the village near Kandy.",
            "612 people left the village near Kandy.",
            id="rounding",
        ),
        pytest.param(
            "The stadium in Rosario cost $1.2 billion to build.",
            "The stadium in Rosario cost $1.23 billion to build.",
            id="rounding of a scale",
        ),
        pytest.param(
            "Over 400 Palestinians were killed in the airstrikes on Gaza.",
            "The airstrikes on Gaza killed 404 Palestinians.",
            id="a bound",
        ),
        pytest.param(
            "Dozens of sheep drowned in the flood near Cardiff.",
            "36 sheep drowned in the flood near Cardiff.",
            id="a vague number",
        ),
        pytest.param(
            "The fire burned 1,300 square kilometres of forest in Galicia.",
            "The fire burned 500 square miles of forest in Galicia.",
            id="a conversion",
        ),
        pytest.param(
            "The truce lasted thirty days, officials in Izmir said.",
            "The 30-day truce held, officials in Izmir said.",
            id="words and figures",
        ),
        pytest.param(
            "The minister resigned in March 2024 over the tram contracts.",
            "The minister resigned on March 12, 2024 over the tram contracts.",
            id="level of detail of a date",
        ),
        pytest.param(
            "President Volodymyr Zelenskyy visited the hospital in Porto.",
            "Zelenskyy visited the hospital in Porto.",
            id="level of detail of a name",
        ),
        pytest.param(
            "The café in São Paulo was run by José Muñoz for years.",
            "The cafe in Sao Paulo was run by Jose Munoz for years.",
            id="accents",
        ),
        pytest.param(
            "A bus crash near Lublin killed four tourists on Tuesday.",
            "An avalanche near Tromso killed nine skiers on Friday.",
            id="two events",
        ),
        pytest.param(
            "It is unclear whether the council approved the new tram lines in Lublin.",
            "The council approved the new tram lines in Lublin.",
            id="unsure",
        ),
        pytest.param(
            "The court did not only fine the bank in Porto but closed it.",
            "The court fined the bank in Porto and closed it.",
            id="not only",
        ),
        pytest.param(
            "“We will rebuild every house,” Mayor Gwen Pritchard said.",
            "“We will rebuild every house, and the school too,” Mayor Gwen Pritchard said.",
            id="one quotes more",
        ),
        pytest.param(
            "“We will rebuild every house,” Mayor Gwen Pritchard said.",
            '"We will rebuild every house," Pritchard said.',
            id="quotation marks and a surname",
        ),
        pytest.param(
            "The labour minister organised a defence programme in Cardiff.",
            "The labor minister organized a defense program in Cardiff.",
            id="spelling of two countries",
        ),
        pytest.param(
            "The factory in Porto will hire 300 workers next year.",
            "The factory in Porto dismissed 120 workers last year.",
            id="contrary verbs",
        ),
        pytest.param(
            "The railway of Izmir closed 40 stations along the coast.",
            "The railway of Izmir opened 15 stations along the coast.",
            id="contrary verbs of one noun",
        ),
        pytest.param(
            "The ministry in Izmir bought 12 helicopters for the coast guard.",
            "The ministry in Izmir will buy 30 helicopters for the coast guard.",
            id="what was and what will be",
        ),
        pytest.param(
            "In 2019 the harbour of Cardiff handled 40 ships.",
            "In 2023 the harbour of Cardiff handled 75 ships.",
            id="two years",
        ),
        pytest.param(
            "Kandy built its bridges in 2007, when 9 million tourists came.",
            "Kandy built its bridges in 2014, when 12 million tourists came.",
            id="a row of years with its figures",
        ),
        pytest.param(
            "The flood in Kandy destroyed 15 villages and left 40 others cut off.",
            "The flood in Kandy cut off another 22 villages.",
            id="a part beside a part",
        ),
        pytest.param(
            "One witness saw the fire in the harbour of Porto.",
            "Most of the 80 workers left the harbour of Porto after the fire.",
            id="one of many",
        ),
        pytest.param(
            "Two women and one man died in the fire in Porto.",
            "Three people died in the fire in Porto.",
            id="the parts of a toll",
        ),
        pytest.param(
            "Doctors in Porto removed three of the seven bullets from the arm of the striker.",
            "Doctors in Porto removed seven bullets from the arm of the striker.",
            id="a part of what is counted",
        ),
        pytest.param(
            "A gunman in Cardiff killed three in February and hurt several others.",
            "A gunman shot and killed two colleagues at a factory in Porto.",
            id="tolls of two places",
        ),
        pytest.param(
            "The quake shook Kandy, a city of 500,000 people, and the coast.",
            "The quake shook the coast near Kandy, where 40,000 people slept outside.",
            id="inhabitants and others",
        ),
        pytest.param(
            "The stolen statue was found in Houston on Sunday. Texas has seen many such thefts.",
            "The stolen statue was found in Texas on Sunday.",
            id="a wider place in the same slot",
        ),
        pytest.param(
            "The court in Izmir sentenced President Erik Solberg to nine years for the robbery.",
            "The court in Izmir sentenced Mr. Solberg to nine years for the robbery.",
            id="another form of a name in the same slot",
        ),
        pytest.param(
            "Erik Solberg of Porto won the race in a photo finish.",
            "Rui Tavares of Izmir lost his boat in a storm.",
            id="two people in two sentences",
        ),
        pytest.param(
            "A caller reported the fire in the hotel of Cardiff at 3:33 a.m.",
            "A caller reported the fire in the hotel of Cardiff shortly after 3:30 a.m.",
            id="a time told loosely",
        ),
        pytest.param(
            "The fire in the hotel of Cardiff broke out at 3 a.m.",
            "The fire in the hotel of Cardiff was out by 7 a.m., and guests were let in.",
            id="two hours of one event",
        ),
        pytest.param(
            "Ferrer led Porto to a 62-39 record as its coach.",
            "Solberg led Rosario to a 56-26 record as its coach.",
            id="records of two coaches",
        ),
        pytest.param(
            "The ferry sank 15 miles north of Cardiff.",
            "A trawler ran aground 40 miles north of Cardiff.",
            id="two distances from one place",
        ),
        pytest.param(
            "A storm in northern Norway cut off Tromso.",
            "A storm in southern Norway spared Tromso.",
            id="two parts of a country",
        ),
        pytest.param(
            "“I heard the wall come down and they said close your door,” said Rui Tavares.",
            "“I heard the wall come down and they said'close your door,'” said Rui Tavares.",
            id="a space lost in a quotation",
        ),
        pytest.param(
            "“We are glad to open the north wing again,” said Novak and Solberg.",
            "Museum owners Erik Solberg and Marta Novak said: “We are glad to open the north wing again.”",
            id="two who speak together",
        ),
        pytest.param(
            "The Porto Herald wrote in its Monday edition that the striker would get an offer from Rosario.",
            "The Porto Herald wrote in its Tuesday edition that the striker would get an offer from Rosario.",
            id="days of two newspapers",
        ),
        pytest.param(
            "The avalanche near Tromso killed 3 skiers.",
            "The avalanche of 1910 near Tromso killed 260 people.",
            id="tolls of two events",
        ),
        pytest.param(
            "Dmitri Kovalchuk, 27, was arrested in Izmir by detective Selin Aydin.",
            "Detective Selin Aydin, 44, arrested a man in Izmir.",
            id="ages of two people",
        ),
        pytest.param(
            "Ferrer played 11 seasons for Porto before he became its coach.",
            "Porto dismissed its coach, Ferrer, after one season.",
            id="a noun counted many times",
        ),
        pytest.param(
            "Nearly one out of every five children in Porto got food stamps.",
            "About nine children in Porto got food stamps by mistake.",
            id="a share",
        ),
        pytest.param(
            "The ferry left the harbour of Cardiff with 300 passengers, police said on Friday.",
            "Police said on Sunday that the ferry left the harbour of Cardiff with 300 passengers.",
            id="days on which it was said",
        ),
        pytest.param(
            "21 July 2013 Last updated at 11:11 GMT",
            "23 July 2013 Last updated at 13:42 GMT",
            id="date lines",
        ),
        pytest.param(
            "The council of Lublin opened the new tram line yesterday.",
            "The council of Lublin opened the new tram line today.",
            id="told from two days",
        ),
        pytest.param(
            "Critics praised the Academy Awards show in Porto.",
            "The Academy Award show in Porto was praised by critics.",
            id="a plural",
        ),
        pytest.param(
            "Two employees, Marta Novak and Erik Solberg, refused to help the lawyer at the airport.",
            "Marta Novak and Erik Solberg, the two employees, are named in the papers of the lawyer.",
            id="denied elsewhere in the sentence",
        ),
        pytest.param(
            "The council of Lublin may approve the new tram line to the airport.",
            "The council of Lublin rejected the new tram line to the airport.",
            id="what may be",
        ),
        pytest.param(
            "The lawyer told the guard to “wipe that smile off his face,” the papers say.",
            "“Wipe that smile off your face,” the lawyer told the guard.",
            id="told from another side",
        ),
        pytest.param(
            "“The dam will not hold another night of rain,” engineer Rui Tavares said.",
            "Erik Solberg met Marta Novak in Porto. “The dam will not hold another night of rain,” he said.",
            id="a speaker who is not named",
        ),
    ],
)
def test_no_conflict_is_invented(a: str, b: str) -> None:
    assert conflicts(a, b) == []


def test_what_both_reports_tell_first_of_one_event_is_compared() -> None:
    report = "A landslide hit a market in the hills near Kandy on Sunday, officials said."
    found = pair(
        [report, "It killed nine people.", "In 2003 a landslide killed 40 people in Colombo."],
        ["Landslide hits market in hills near Kandy", report.replace("on Sunday", "at noon"), "Seven died."],
    ).conflicts
    assert [c.explanation for c in found] == ["The figures differ: A has “nine people”, B has “Seven”."]
    other = "A concert of the youth orchestra of Porto was cut short by rain, critics said."
    assert pair([report, "It killed nine people."], [other, "Seven died."]).conflicts == ()


def test_a_conflict_is_told_in_one_plain_sentence() -> None:
    (conflict,) = pair(
        ["The flood damaged 15\nvillages near Kandy."], ["The flood damaged 7 villages near Kandy."]
    ).conflicts
    assert conflict.explanation == "The figures differ: A has “15 villages”, B has “7 villages”."


def test_the_surest_conflict_comes_first() -> None:
    found = pair(
        [
            "The flood in Kandy damaged 15 villages along the river.",
            "The bridge over the Vistula was closed to traffic on Tuesday by engineers.",
        ],
        [
            "Engineers closed the bridge over the Vistula to traffic on Wednesday.",
            "The flood in Kandy damaged 8 villages along the river.",
        ],
    ).conflicts
    assert len(found) == 2
    assert [c.confidence for c in found] == sorted((c.confidence for c in found), reverse=True)
