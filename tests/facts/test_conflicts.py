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
    ],
)
def test_no_conflict_is_invented(a: str, b: str) -> None:
    assert conflicts(a, b) == []


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
