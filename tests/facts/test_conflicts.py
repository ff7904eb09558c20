"""Where two articles cannot both be right."""

from __future__ import annotations

import pytest
from support.stories import conflicts, pair

from tui.facts.model import ConflictKind
from tui.facts.side_by_side import LONGEST


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
            "date",
            "The old cinema of Lublin closed in June 2014 with the loss of 23 jobs.",
            "With the loss of 23 jobs, the old cinema of Lublin closed in March 2014.",
            "June 2014",
            "March 2014",
        ),
        (
            "quantity",
            "The prisoners of Izmir broke out at 6 a.m., when the gate was opened for the cart and seven "
            "guards were on duty.",
            "Seven guards were on duty when the prisoners of Izmir broke out at about 2:30 p.m., as the gate "
            "was opened for the cart.",
            "6 a.m.",
            "2:30 p.m.",
        ),
        (
            "quantity",
            "The pilot, Annelise Brandt, 34, radioed that she was losing power over Cardiff.",
            "Annelise Brandt, a 31-year-old from Izmir, was the pilot who radioed over Cardiff that she was "
            "losing power.",
            "34",
            "31-year-old",
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
        (
            "other",
            "The robbers left Porto in a grey delivery van, a witness told the police.",
            "A witness told the police that the robbers left Porto in a white delivery van.",
            "grey",
            "white",
        ),
        (
            "other",
            "Tavares was being transferred from a prison in Lublin to one in Ostrava, guards said.",
            "Tavares escaped while guards transferred him from Lublin to a hospital in Cardiff.",
            "Ostrava",
            "Cardiff",
        ),
        (
            "polarity",
            "A flood nearly destroyed the old mill of Kandy on Sunday.",
            "On Sunday a flood destroyed the old mill of Kandy.",
            "nearly destroyed",
            "destroyed",
        ),
        (
            "polarity",
            "Ferrer never entered the Solberg Clinic, a nurse told reporters.",
            "Her lawyer said that Ferrer had checked into the Solberg Clinic Sunday morning.",
            "never entered",
            "checked into the Solberg Clinic",
        ),
        (
            "polarity",
            "The minister met with Erik Solberg in Porto, his office said.",
            "A lawyer insisted that the minister, who was ill for a week, had never spoken to Solberg.",
            "met with Erik Solberg",
            "never spoken to Solberg",
        ),
        (
            "quantity",
            "Guards fired a total of 11 rounds at the ferry, an inspector in Cardiff said.",
            "The ferry was hit by three of the seven bullets fired by guards, an inspector in Cardiff said.",
            "11 rounds",
            "seven bullets",
        ),
        (
            "quantity",
            "The fire was extinguished by 7 a.m., after crews came from all sides of Porto.",
            "Thirty crews came to fight the fire in Porto, and it was extinguished by 6:20 a.m.",
            "7 a.m.",
            "6:20 a.m.",
        ),
        (
            "polarity",
            "The roof of a market hall in Porto came down on Sunday, but no one was hurt, the mayor said.",
            "Nine people were injured when the roof of a market hall in Porto came down on Sunday.",
            "no one was hurt",
            "Nine",
        ),
        (
            "polarity",
            "A guard was wounded when the roof of the hall in Porto came down.",
            "The roof of the hall in Porto came down without casualties.",
            "was wounded",
            "without casualties",
        ),
        (
            "polarity",
            "The night guard of the museum in Lublin was not hurt when thieves took a painting, police said.",
            "Thieves who took a painting from the museum in Lublin pushed its guard, who broke his wrist.",
            "was not hurt",
            "broke his wrist",
        ),
        (
            "polarity",
            "Police in Lublin said no arrests had been made after the theft of a painting from the museum.",
            "Police arrested a man of 34 after the theft of a painting from the museum in Lublin.",
            "no arrests",
            "Police arrested",
        ),
        (
            "quote",
            "“We will open the harbour of this town once the storm is over,” Mayor Gwen Pritchard said.",
            "“Once over, the storm will see this town with an open harbour,” Mayor Gwen Pritchard said.",
            "We will open the harbour",
            "Once over",
        ),
        (
            "quantity",
            "Pupils of the old school in Cardiff, built for 210, will be taken by bus to the academy in "
            "Lublin, 38 kilometres each way.",
            "Pupils of the school in Cardiff, built for 210, will be taken to the academy in Lublin, 27 "
            "kilometres away, by bus.",
            "38 kilometres",
            "27 kilometres",
        ),
        (
            "quantity",
            "The tremor, from a depth of 11 kilometres, the survey said, was felt in Kandy and Colombo.",
            "People in Kandy and Colombo felt the tremor, which began at a depth of 33 kilometres.",
            "11 kilometres",
            "33 kilometres",
        ),
        (
            "polarity",
            "The harbour board of Izmir dismissed its captain Marta Novak on Sunday.",
            "Captain Marta Novak of the harbour board of Izmir resigned on Sunday.",
            "dismissed",
            "resigned",
        ),
    ],
)
def test_conflicts_are_found(kind: ConflictKind, a: str, b: str, in_a: str, in_b: str) -> None:
    found = [c for c in conflicts(a, b) if c[0] == kind]
    assert len(found) == 1, conflicts(a, b)
    assert in_a in found[0][1]
    assert in_b in found[0][2]


def test_what_both_reports_tell_first_of_one_event_is_compared() -> None:
    report = "A landslide hit a market in the hills near Kandy on Sunday, officials said."
    found = pair(
        [report, "It killed nine people.", "In 2003 a landslide killed 40 people in Colombo."],
        ["Landslide hits market in hills near Kandy", report.replace("on Sunday", "at noon"), "Seven died."],
    ).conflicts
    assert [c.explanation for c in found] == ["The figures differ: A has “nine people”, B has “Seven”."]
    other = "A concert of the youth orchestra of Porto was cut short by rain, critics said."
    assert pair([report, "It killed nine people."], [other, "Seven died."]).conflicts == ()


HARBOUR = [
    "A storm struck the harbour on Sunday night and killed 14 sailors, officials said.",
    "The waves sank nine boats and damaged 40 houses along the quay.",
]
OTHER_STORM = [
    "A storm struck the harbour on Friday night and killed 31 sailors, officials said.",
    "The waves sank 22 boats and damaged 75 houses along the quay.",
]


def test_a_figure_that_the_other_article_has_too_is_no_slip_but_in_one_statement() -> None:
    here = "Guards of the harbour of Izmir have seized nine boats since June."
    there = "Guards of the harbour of Izmir have seized 15 boats since June, an officer said."
    too = "Nine boats with no flag lay off the coast of Cardiff in spring."
    told = [c.explanation for c in pair([here], [there, too]).conflicts]
    assert told == ["The figures differ: A has “nine boats”, B has “15 boats”."]
    fined = "The mayor of Izmir fined the guards of the harbour on Sunday, and"
    sold = f"{fined} nine boats that lay near the lighthouse were sold to fishermen from Lublin."
    burned = f"{fined} 15 boats that lay idle for many years were burned."
    assert pair([sold], [burned]).conflicts
    assert pair([sold], [burned, too]).conflicts == ()
    seized = (
        "Guards of the harbour have seized nine boats, and the owner of the ferry went home to Lublin to "
        "plant his orchard."
    )
    after_storm = (
        "After a storm cost the town of Porto its pier, guards of the harbour have seized 15 boats, "
        "and the mayor resigned over the price of the new lighthouse."
    )
    assert pair([seized], [after_storm]).conflicts
    assert pair([seized], [after_storm, too]).conflicts == ()


def test_two_events_whose_figures_all_differ_are_in_no_conflict() -> None:
    here = [*HARBOUR, "Rui Tavares of Porto was the oldest of the dead.", "Help came from Lublin."]
    there = [*OTHER_STORM, "Marta Novak of Cardiff was the oldest of the dead.", "Help came from Tromso."]
    assert pair(here, there).conflicts == ()


def test_one_event_is_told_by_its_names_or_by_a_figure_in_which_the_reports_agree() -> None:
    named = ["Rui Tavares of Porto was the oldest of the dead.", "Help came from Lublin."]
    assert pair([*HARBOUR, *named], [*OTHER_STORM, *named]).conflicts
    here, there = ["Rui Tavares of Porto was the oldest."], ["Marta Novak of Cardiff was the oldest."]
    agreed = "The storm blew for 36 hours over the harbour."
    assert pair([*HARBOUR, *here, agreed], [*OTHER_STORM, *there, agreed]).conflicts


def test_an_endless_passage_is_not_laid_word_by_word_beside_another() -> None:
    slip = "The harbour of Izmir was opened by {} on Sunday with a song of the choir"
    long = f"{slip}{' and a tune of the band' * (LONGEST // 6 + 1)}"
    for text, found in ((f"{slip}.", 1), (f"{long}.", 0)):
        a, b = (text.format(name) for name in ("Marta Novak", "Rui Tavares"))
        assert len(pair([a], [b]).conflicts) == found


def test_one_number_of_daughters_is_told_of_somebody() -> None:
    here = "Rui Tavares, who kept the lighthouse of Porto, drowned on Sunday when his boat sank in a storm."
    there = here.replace("drowned", "lost his life")
    daughters = "He leaves two daughters, who both live abroad."
    found = pair([here, daughters], [there, "Tavares had three daughters and was known as a singer."])
    (conflict,) = found.conflicts
    assert conflict.explanation == "The figures differ: A has “two daughters”, B has “three daughters”."


def test_figures_in_conflict_are_so_wherever_linked_passages_tell_them_again() -> None:
    here = "The council of Kandy fined nine people over the fire at the old mill."
    again = (
        "On Sunday the council of Kandy, after weeks of talk in which its mayor had asked for patience, "
        "fined for the fire at the old mill, where they had camped and sung, nine people."
    )
    there = "The council of Kandy fined 11 people over the fire at the old mill on Sunday."
    found = pair([here, again], [there, "Rain fell."]).conflicts
    assert {(c.a.passage, c.b.passage) for c in found} == {(0, 0), (1, 0)}


def test_a_day_after_a_name_is_no_part_of_the_object_of_an_act() -> None:
    (conflict,) = pair(
        ["Ferrer never entered the Solberg Clinic, a nurse told reporters."],
        ["Her lawyer said that Ferrer had checked into the Solberg Clinic Sunday morning."],
    ).conflicts
    assert conflict.explanation.endswith("B has “checked into the Solberg Clinic”.")


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


def test_a_person_has_one_age_wherever_the_articles_tell_it() -> None:
    a = [
        "A court in Izmir opened the trial over the wreck of the trawler on Monday.",
        "“I heard nothing,” said the skipper, Erik Solberg, 49, when the judge asked about the night.",
    ]
    b = [
        "Erik Solberg, 56, has owned boats in Tromso since his father drowned.",
        "A court in Izmir opened the trial over the wreck of the trawler on Monday.",
    ]
    (found,) = pair(a, b).conflicts
    assert (found.a.passage, found.b.passage, found.kind) == (1, 0, "quantity")
    assert not pair(a, [b[0].replace("Erik Solberg", "Rui Solberg"), b[1]]).conflicts
    assert not pair(a, [*b, "Solberg, 49, will be heard again."]).conflicts
