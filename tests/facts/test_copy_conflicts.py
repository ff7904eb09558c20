"""One thing changed in a copy of a sentence is one conflict; what changes nothing is none."""

from __future__ import annotations

import pytest
from support.stories import pair

from tui.facts.model import ConflictKind

BEFORE = "The ferry to Kandy was late again, said harbour master Ewa Zielinska."
AFTER = "Rain is expected in Izmir, where Paul Tremblay opened the Lisbon archive in Porto."


@pytest.mark.parametrize(
    ("kind", "a", "b", "in_a", "in_b"),
    [
        (
            "date",
            "The tribunal in Kandy heard 19 witnesses from February 2022, one of them a manager.",
            "The tribunal in Kandy heard 19 witnesses from May 2022, one of them a manager.",
            "February 2022",
            "May 2022",
        ),
        (
            "date",
            "The harbour made a profit of 64 million euros in 2022.",
            "The harbour made a profit of 64 million euros in 2019.",
            "2022",
            "2019",
        ),
        (
            "date",
            "Archaeologists have found the grave of a nobleman, the museum announced on Thursday.",
            "Archaeologists have found the grave of a nobleman, the museum announced on Sunday.",
            "Thursday",
            "Sunday",
        ),
        (
            "name",
            "A woman has died after being hit by a car that fled the scene in Porto.",
            "A woman has died after being hit by a car that fled the scene in Izmir.",
            "Porto",
            "Izmir",
        ),
        (
            "name",
            "Deputy Paul Tremblay was shot and killed after knocking on a door during an investigation.",
            "Deputy Ewa Zielinska was shot and killed after knocking on a door during an investigation.",
            "Paul Tremblay",
            "Ewa Zielinska",
        ),
        (
            "polarity",
            "The factory did not name the supplier of the lock.",
            "The factory named the supplier of the lock.",
            "did not name",
            "named",
        ),
        (
            "polarity",
            "She doesn’t live on the block near the harbour.",
            "She does live on the block near the harbour.",
            "doesn’t live",
            "does live",
        ),
        (
            "polarity",
            '"The farmer will not buy this because it is green," the director said.',
            '"The farmer will buy this because it is green," the director said.',
            "will not buy",
            "will buy",
        ),
        (
            "polarity",
            "High casualties were not expected because the area was not heavily developed.",
            "High casualties were expected because the area was not heavily developed.",
            "were not expected",
            "were expected",
        ),
        (
            "polarity",
            "A spokesman said that the company will sell the yard and pay its debts.",
            "A spokesman said that the company will buy the yard and pay its debts.",
            "sell",
            "buy",
        ),
        (
            "quantity",
            "He was credit controller at the mill for more than 20 years.",
            "He was credit controller at the mill for more than 64 years.",
            "20 years",
            "64 years",
        ),
        (
            "quantity",
            "Between 2011 and 2018 the mills kept grey cloth 15 to 20 percent dearer.",
            "Between 2011 and 2018 the mills kept grey cloth 15 to 47 percent dearer.",
            "15 to 20 percent",
            "15 to 47 percent",
        ),
        (
            "quote",
            '"There was a warning and most people left," the head of the institute said.',
            '"There was a panic and most people left," the head of the institute said.',
            "warning",
            "panic",
        ),
        (
            "other",
            "The eldest daughter of the skipper told the jury about the morning of the storm.",
            "The eldest son of the skipper told the jury about the morning of the storm.",
            "daughter",
            "son",
        ),
    ],
)
def test_one_thing_changed_in_a_copy_is_one_conflict(
    kind: ConflictKind, a: str, b: str, in_a: str, in_b: str
) -> None:
    # The rest of both articles is the same, and names the people and places of either sentence.
    compared = pair([BEFORE, a, AFTER], [BEFORE, b, AFTER])
    (found,) = compared.conflicts
    assert (found.a.passage, found.b.passage, found.kind) == (1, 1, kind)
    assert in_a in compared.a.text[slice(*found.a.span)]
    assert in_b in compared.b.text[slice(*found.b.span)]
    (mirrored,) = pair([BEFORE, b, AFTER], [BEFORE, a, AFTER]).conflicts
    assert (mirrored.a.span, mirrored.b.span, mirrored.kind) == (found.b.span, found.a.span, found.kind)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "It remains unclear whether a judge will accept her placement at the centre.",
            "It remains unclear whether a judge will not accept her placement at the centre.",
            id="a question",
        ),
        pytest.param(
            "The mayor of Porto promised not only money but trees for the square.",
            "The mayor of Porto promised only money but trees for the square.",
            id="not only",
        ),
        pytest.param(
            "“I’ m in the middle of the riot at Church Street in my district,” he wrote.",
            '"I\'m in the middle of the riot at Church Street in my district," he wrote.',
            id="a quotation printed otherwise",
        ),
        pytest.param(
            '"We appreciate your respect for her (Marta Novak) and her family at this time," it said.',
            '"We appreciate your respect for her and her family at this time," it said.',
            id="a note in a quotation",
        ),
        pytest.param(
            "The quake shook Kandy, Porto and Izmir in the night, the mayor said.",
            "The quake shook Izmir, Kandy and Porto in the night, the mayor said.",
            id="a list in another order",
        ),
        pytest.param(
            "The tremor shook the old harbour of Porto in the night, the mayor said.",
            "The quake shook the old harbour of Porto in the night, the mayor said.",
            id="another word for it",
        ),
        pytest.param(
            "President Marta Novak opened the old harbour of Porto in the rain.",
            "President Novak opened the old harbour of Porto in the rain.",
            id="a name in full",
        ),
        pytest.param(
            "Posted 12:17 am, Monday, May 6, 2013", "Posted 12:17 am, Monday, May 13, 2013", id="stamps"
        ),
    ],
)
def test_what_may_stand_beside_its_copy_is_no_conflict(a: str, b: str) -> None:
    assert not pair([BEFORE, a, AFTER], [BEFORE, b, AFTER]).conflicts


def test_what_differs_is_told_once_in_the_surer_way() -> None:
    a = '"A gunman shot three people at an office building Monday morning and fled," police said.'
    b = '"A gunman shot three people at an office building Thursday morning and fled," police said.'
    assert len(pair([BEFORE, a, AFTER], [BEFORE, b, AFTER]).conflicts) == 1


def test_a_figure_in_a_clause_that_is_denied_is_told_beside_the_denial() -> None:
    a = "The ministry did not approve the purchase of 40 helicopters for the coast guard."
    b = "The ministry did approve the purchase of 90 helicopters for the coast guard."
    kinds = {c.kind for c in pair([BEFORE, a, AFTER], [BEFORE, b, AFTER]).conflicts}
    assert kinds == {"polarity", "quantity"}
