"""Keys that come at once, typed fast or over a slow line: each does what it would have done alone."""

from __future__ import annotations

import pytest
import support.reading
from support.reading import reading
from textual import events

from tui.reader.app import DiptychApp
from tui.reader.widgets.help import HelpScreen
from tui.reader.widgets.prompt import Prompt


async def test_what_is_searched_for_is_no_command() -> None:
    async with reading() as reader:
        look = reader.app.palette
        await reader.type_ahead("/", *"quit mix")
        assert isinstance(reader.app.focused, Prompt) and reader.app.focused.value == "quit mix"
        assert reader.app.palette is look and reader.screen.explanation is None
        assert reader.app.is_running and not reader.app._exit


async def test_a_key_after_enter_is_no_part_of_the_search() -> None:
    async with reading() as reader:
        await reader.type_ahead("/", *"bridge", "enter", "n")
        assert reader.session.search is not None and reader.session.search.query == "bridge"
        assert reader.session.hit == 1


async def test_escape_leaves_what_is_typed_after_it_to_the_articles() -> None:
    async with reading() as reader:
        start = reader.session.position.passage
        await reader.type_ahead("/", *"zzz", "escape", "j")
        assert reader.session.search is None
        assert reader.session.position.passage == start + 1


@pytest.mark.parametrize("key", "/wa")
async def test_one_line_asks_at_a_time(key: str) -> None:
    async with reading() as reader:
        await reader.type_ahead(key, key)
        assert len(reader.screen.query(Prompt)) == 1
        assert isinstance(reader.app.focused, Prompt) and reader.app.focused.value.endswith(key)


async def test_words_for_the_ledger_are_no_commands() -> None:
    async with reading() as reader:
        await reader.type_ahead("o", "f", *"mixed", "enter")
        ledger = reader.screen.ledger
        assert ledger is not None and ledger.query_text == "mixed" and ledger.sort == "weight"
        assert not reader.screen.marking.marks.checked
        await reader.type_ahead("f", *["backspace"] * 5, "enter", "a", *"mm", "enter")
        assert list(reader.screen.marking.marks.notes.values()) == ["mm"]
        assert not reader.screen.marking.marks.checked


@pytest.mark.parametrize("presses", [2, 3])
@pytest.mark.parametrize("key", "oi")
async def test_what_opens_and_closes_with_one_key(key: str, presses: int) -> None:
    async with reading() as reader:
        await reader.type_ahead(*key * presses)
        panel = reader.screen.ledger if key == "o" else reader.screen.explanation
        assert (panel is not None) == presses % 2
        assert reader.app._exception is None


async def test_words_for_the_palette_are_no_commands() -> None:
    async with reading() as reader:
        await reader.type_ahead(":", *"help: all keys")
        await reader.pilot.pause(0.3)
        await reader.press("enter")
        for _ in range(100):
            await reader.pilot.pause(0.02)
            if isinstance(reader.app.screen, HelpScreen):
                break
        assert isinstance(reader.app.screen, HelpScreen)


async def test_over_the_articles_keys_wait_for_the_screen() -> None:
    async with reading() as reader:
        await reader.type_ahead("?", "j", "escape")
        await reader.type_ahead("j")
        assert reader.app.screen is reader.screen
        assert reader.session.position.passage == 1


async def test_a_key_that_comes_before_the_first_frame_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = DiptychApp.on_ready

    def typed_already(app: DiptychApp) -> None:
        app.post_message(events.Key("question_mark", "?"))
        ready(app)
        app.post_message(events.Key("escape", None))

    monkeypatch.setattr(DiptychApp, "on_ready", typed_already)
    monkeypatch.setattr(support.reading, "PATIENCE", 10.0)
    async with reading() as reader:  # waits for the comparison
        assert reader.app.screen is reader.screen
