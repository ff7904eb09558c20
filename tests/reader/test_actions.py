"""Every action of the registry, done with its key in a running reader."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support.reading import SEEDS, SMALL, Reading, reading

from tui.marks.model import Marks
from tui.reader.actions import ACTIONS
from tui.reader.place import Position
from tui.reader.widgets.help import HelpScreen
from tui.reader.widgets.opening import OpenScreen
from tui.reader.widgets.report import ReportScreen
from tui.settings.keymap import key_name

Check = Callable[[Reading], Awaitable[None]]
CHECKS: dict[str, Check] = {}


def checks(*actions: str) -> Callable[[Check], Check]:
    """Say which actions a check shows at work."""

    def keep(check: Check) -> Check:
        for action in actions:
            assert action not in CHECKS
            CHECKS[action] = check
        return check

    return keep


def marks(reader: Reading) -> Marks:
    return reader.screen.marking.marks


async def do(reader: Reading, action: str) -> None:
    """Press the first key of an action."""
    key = next(a.keys[0] for a in ACTIONS if a.id == action)
    await reader.press(key_name(key) or key)


@checks("next_match", "previous_match")
async def matches(reader: Reading) -> None:
    await do(reader, "top")
    await do(reader, "next_match")
    assert reader.session.position == Position("a", 3)
    assert reader.status.startswith("match 2 of 2")
    await do(reader, "next_match")
    assert reader.status == "Last match in A; Tab goes to B"
    await do(reader, "previous_match")
    assert reader.session.position.passage == 0


@checks("next_unique", "previous_unique")
async def unique_claims(reader: Reading) -> None:
    await do(reader, "next_unique")
    first = reader.session.position
    assert reader.status.startswith("only in A, 1 of ")
    await do(reader, "next_unique")
    assert reader.status.startswith("only in A, 2 of ")
    await do(reader, "previous_unique")
    assert reader.session.position == first


@checks("next_conflict", "previous_conflict")
async def conflicts(reader: Reading) -> None:
    index = reader.session.index
    assert index is not None
    await do(reader, "next_conflict")
    if index.comparison.conflicts:
        assert reader.status.startswith("conflict 1 of ")
        await do(reader, "top")
        await do(reader, "end")
        await do(reader, "previous_conflict")
        assert reader.status.startswith(("conflict", "First conflict"))
    else:
        assert reader.status == "No conflict in A"
        await do(reader, "previous_conflict")
        assert reader.status == "No conflict in A"


@checks("other_pane", "left_pane", "right_pane")
async def panes(reader: Reading) -> None:
    for action, side in (("other_pane", "b"), ("other_pane", "a"), ("right_pane", "b"), ("left_pane", "a")):
        await do(reader, action)
        assert reader.session.position.side == side


@checks("counterpart", "back")
async def counterparts(reader: Reading) -> None:
    await do(reader, "end")
    await do(reader, "counterpart")
    assert (reader.session.position.side, reader.session.position.passage) == ("b", 2)
    await do(reader, "back")
    assert reader.session.position == Position("a", 3)


@checks("down", "up", "top", "end")
async def passages(reader: Reading) -> None:
    await do(reader, "down")
    assert reader.session.position.passage == 1
    await do(reader, "up")
    assert reader.session.position.passage == 0
    await do(reader, "end")
    assert reader.session.position.passage == 3
    await do(reader, "top")
    assert reader.session.position.passage == 0


@checks("half_page_down", "half_page_up", "page_down", "page_up")
async def pages(reader: Reading) -> None:
    reader.app.open_pair(*SEEDS)
    await reader.settle(SEEDS[0])
    pane = reader.screen.panes["a"]
    await do(reader, "page_down")
    page = pane.scroll_y
    assert page > 10
    await do(reader, "half_page_down")
    assert page < pane.scroll_y < 2 * page
    await do(reader, "half_page_up")
    await do(reader, "page_up")
    assert pane.scroll_y == 0


@checks("search", "next_hit", "previous_hit")
async def searching(reader: Reading) -> None:
    await do(reader, "search")
    await reader.press(*"will", "enter")
    assert reader.status == "“will” 1 of 5 · 2 in A, 3 in B"
    await do(reader, "next_hit")
    assert reader.status.startswith("“will” 2 of 5")
    await do(reader, "previous_hit")
    assert reader.status.startswith("“will” 1 of 5")


@checks("ledger", "filter")
async def ledger(reader: Reading) -> None:
    await do(reader, "ledger")
    found = reader.screen.ledger
    assert found is not None and found.has_focus
    every = len(found.listed)
    await do(reader, "filter")
    await reader.press(*"baker", "enter")
    assert 0 < len(found.listed) < every
    assert all("baker" in entry.words for entry in found.listed)
    await reader.press("enter")
    assert reader.session.position.passage == 2
    assert reader.screen.ledger is found
    await do(reader, "ledger")
    assert reader.screen.ledger is None


@checks("explain", "close")
async def explaining(reader: Reading) -> None:
    await do(reader, "explain")
    assert "B, lead" in reader.shown()
    await do(reader, "close")
    assert reader.screen.explanation is None
    assert reader.app.is_running


@checks("evidence")
async def evidence(reader: Reading) -> None:
    await do(reader, "end")
    await do(reader, "evidence")
    from tui.reader.highlight import highlights

    assert {"evidence", "differing"} & {mark.role for mark in highlights(reader.session, "a", 3)}


@checks("view", "order")
async def views(reader: Reading) -> None:
    await do(reader, "view")
    first = {side: reader.screen.desk.pages[side].first for side in ("a", "b")}  # type: ignore[index]
    assert reader.session.view == "rows"
    assert first["a"][3] == first["b"][2]
    await do(reader, "order")
    assert reader.session.leading == "b"
    await do(reader, "view")
    assert reader.screen.has_class("-stacked")


@checks("lock")
async def locking(reader: Reading) -> None:
    await do(reader, "lock")
    assert "own scrolling" in reader.screen.status.right
    await do(reader, "lock")
    assert reader.session.locked


@checks("theme")
async def theming(reader: Reading) -> None:
    await do(reader, "theme")
    assert reader.app.palette.name == "light"
    assert reader.app.theme == "diptych-light"


@checks("stricter", "looser")
async def threshold(reader: Reading) -> None:
    before = reader.app.threshold_now
    for _ in range(20):
        await do(reader, "stricter")
    await reader.settle()
    index = reader.session.index
    assert index is not None and index.comparison.threshold == 0.95
    await do(reader, "looser")
    await reader.settle()
    assert before < reader.app.threshold_now < 0.95


@checks("check", "undo")
async def checking(reader: Reading) -> None:
    await do(reader, "next_unique")
    await do(reader, "check")
    assert len(marks(reader).checked) == 1
    assert reader.screen.status.right.startswith("checked 1 of ")
    await do(reader, "undo")
    assert not marks(reader).checked


@checks("note")
async def noting(reader: Reading) -> None:
    await do(reader, "note")
    await reader.press(*"ask her", "enter")
    assert list(marks(reader).notes.values()) == ["ask her"]
    assert "✎" in reader.shown()


@checks("pin", "cut")
async def linking(reader: Reading) -> None:
    assert reader.session.linked(0, 0)
    await do(reader, "cut")
    await reader.settle()
    assert not reader.session.linked(0, 0)
    await do(reader, "pin")
    await reader.settle()
    assert reader.session.linked(0, 0)
    assert marks(reader).pinned == {(0, 0)}


@checks("copy", "copy_pair")
async def copying(reader: Reading) -> None:
    await do(reader, "copy")
    assert reader.app.clipboard.startswith("The mayor of Leeds said")
    assert "one.txt" in reader.app.clipboard
    await do(reader, "copy_pair")
    assert "one.txt" in reader.app.clipboard and "two.txt" in reader.app.clipboard


@checks("report")
async def reporting(reader: Reading) -> None:
    await do(reader, "report")
    await reader.settle()
    assert isinstance(reader.app.screen, ReportScreen)
    assert "Ruth Holm" in reader.app.screen.text
    await reader.press("escape")
    assert reader.app.screen is reader.screen


@checks("export")
async def exporting(reader: Reading) -> None:
    await do(reader, "export")
    await reader.press("ctrl+u", *"out.md", "enter")
    await reader.settle()
    assert "Ruth Holm" in Path("out.md").read_text(encoding="utf-8")


@checks("open")
async def opening(reader: Reading) -> None:
    await do(reader, "open")
    assert isinstance(reader.app.screen, OpenScreen)
    reader.app.screen.dismiss((SEEDS[0], SEEDS[1]))
    await reader.settle(SEEDS[0])
    assert "Trump" in reader.shown()


@checks("reload")
async def reloading(reader: Reading) -> None:
    one, two = Path("one.txt"), Path("two.txt")
    one.write_text("The bridge will close.", encoding="utf-8")
    two.write_text("The bridge stays open.", encoding="utf-8")
    reader.app.open_pair("one.txt", "two.txt")
    await reader.settle("one.txt")
    one.write_text("The bridge will close on Monday.", encoding="utf-8")
    await do(reader, "reload")
    await reader.settle()
    assert "on Monday" in reader.shown()


@checks("help")
async def helping(reader: Reading) -> None:
    await do(reader, "help")
    assert isinstance(reader.app.screen, HelpScreen)
    assert "Next match" in reader.shown()
    await reader.press("escape")
    assert reader.app.screen is reader.screen


@checks("palette")
async def palette(reader: Reading) -> None:
    await do(reader, "palette")
    await reader.press(*"next conflict")
    await reader.pilot.pause(0.3)
    await reader.press("enter", "enter")
    await reader.pilot.pause(0.1)
    assert "onflict" in reader.status


@checks("suspend")
async def suspending(reader: Reading) -> None:
    asked: list[bool] = []
    reader.app.action_suspend_process = lambda: asked.append(True)  # type: ignore[method-assign]
    await do(reader, "suspend")
    assert asked == [True]


@checks("quit")
async def quitting(reader: Reading) -> None:
    await do(reader, "quit")
    assert reader.app.return_value == 0


@pytest.mark.parametrize("check", list(dict.fromkeys(CHECKS.values())), ids=lambda check: check.__name__)
async def test_action(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(*SMALL) as reader:
        await check(reader)


def test_every_action_is_tried() -> None:
    assert set(CHECKS) == {action.id for action in ACTIONS}


def test_ids_and_default_keys_are_told_apart() -> None:
    keys = [key_name(key) for action in ACTIONS for key in action.keys]
    assert None not in keys
    assert len(set(keys)) == len(keys)
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
