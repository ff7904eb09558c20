"""The mouse: a click on a passage, a ribbon or the map goes there; dragging selects; the wheel scrolls."""

from __future__ import annotations

from support.reading import SEEDS, SMALL, Reading, reading
from textual import events

from tui.reader.widgets.overview import Overview


def place_of(reader: Reading, side: str, words: str) -> tuple[int, int]:
    """Where words stand in a pane, as column and row of the pane."""
    pane = reader.screen.panes[side]  # type: ignore[index]
    left, top = pane.region.offset
    for y, line in enumerate(reader.lines()[top : top + pane.size.height]):
        found = line[left : left + pane.size.width].find(words)
        if found >= 0:
            return found, y
    raise AssertionError(f"{words!r} is not on screen")


async def drag(reader: Reading, side: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    pane = f"#pane-{side}"
    await reader.pilot.mouse_down(pane, offset=start)
    await reader.pilot.hover(pane, offset=end)
    await reader.pilot.mouse_up(pane, offset=end)
    await reader.pilot.pause()


class TestClicks:
    async def test_a_passage(self) -> None:
        async with reading(*SEEDS) as reader:
            assert await reader.pilot.click("#pane-b", offset=(10, 1))
            await reader.pilot.pause()
            assert (reader.session.position.side, reader.session.position.passage) == ("b", 0)

    async def test_the_map(self) -> None:
        async with reading(*SEEDS) as reader:
            assert await reader.pilot.click("#map-a", offset=(1, 30))
            await reader.pilot.pause()
            assert reader.session.position.side == "a"
            assert reader.session.position.passage > 5
            pane, page = reader.screen.panes["a"], reader.screen.desk.pages["a"]
            row = page.first[reader.session.position.passage] - pane.scroll_y
            assert 0 <= row < pane.size.height
            assert reader.screen.query_one("#map-b", Overview)._seen

    async def test_the_map_of_the_other_article_leads_back_by_backspace(self) -> None:
        async with reading(*SEEDS) as reader:
            before = reader.session.position
            await reader.pilot.click("#map-b", offset=(1, 12))
            await reader.pilot.pause()
            assert reader.session.position.side == "b"
            await reader.press("backspace")
            assert reader.session.position == before

    async def test_a_ribbon(self) -> None:
        async with reading(*SMALL) as reader:
            gutter = reader.screen.desk.gutter
            assert reader.session.position.passage == 0
            row, column = next(
                (y, x)
                for y, cells in enumerate(gutter._cells)
                for x, cell in enumerate(cells)
                if cell.link == (3, 2)
            )
            assert await reader.pilot.click("#gutter", offset=(column, row + gutter.top))
            await reader.pilot.pause()
            assert (reader.session.beside["a"], reader.session.beside["b"]) == (3, 2)
            assert any(cell.focus and cell.link == (3, 2) for cells in gutter._cells for cell in cells)

    async def test_beside_a_ribbon_is_nothing(self) -> None:
        async with reading(*SMALL) as reader:
            before = reader.session.position
            await reader.pilot.click("#gutter", offset=(4, reader.screen.desk.gutter.size.height - 1))
            await reader.pilot.pause()
            assert reader.session.position == before


class TestWheel:
    async def test_both_scroll_in_step(self) -> None:
        async with reading(*SEEDS) as reader:
            panes = reader.screen.panes
            for _ in range(10):
                panes["a"].post_message(
                    events.MouseScrollDown(panes["a"], 2, 2, 0, 0, 0, False, False, False)
                )
            await reader.pilot.pause(0.2)
            assert panes["a"].scroll_y > 0
            assert panes["b"].scroll_y > 0


class TestSelecting:
    async def test_words_within_a_line(self) -> None:
        async with reading(*SMALL) as reader:
            x, y = place_of(reader, "a", "mayor of Leeds")
            await drag(reader, "a", (x, y), (x + len("mayor of Leeds") - 1, y))
            assert reader.screen.get_selected_text() == "mayor of Leeds"
            await reader.press("y")
            assert reader.app.clipboard == "mayor of Leeds"
            assert reader.status == "Copied what is selected"

    async def test_over_lines_and_passages_without_the_breaks_of_the_screen(self) -> None:
        async with reading(*SMALL) as reader:
            start, end = place_of(reader, "a", "mayor"), place_of(reader, "a", "12 cracks")
            await drag(reader, "a", start, (end[0] + len("12 cracks") - 1, end[1]))
            text = SMALL[0].text
            wanted = text[text.index("mayor") : text.index("12 cracks") + len("12 cracks")]
            selected = reader.screen.get_selected_text()
            assert selected is not None and selected.split() == wanted.split()
            assert "said on Monday that the bridge will close for repairs." in selected
            await reader.press("ctrl+c")
            assert reader.app.clipboard == selected

    async def test_with_nothing_selected_ctrl_c_tells_how_to_quit(self) -> None:
        async with reading(*SMALL) as reader:
            await reader.press("ctrl+c")
            [notice] = reader.app._notifications
            assert notice.message == "Nothing is selected to copy. q quits"

    async def test_it_is_shown_and_escape_lets_go(self) -> None:
        async with reading(*SMALL) as reader:
            position = reader.session.position
            x, y = place_of(reader, "b", "another route")
            await drag(reader, "b", (x, y), (x + 7, y))
            rows = reader.app.screen._compositor.render_strips()
            pane = reader.screen.panes["b"]
            selected = reader.screen.desk.panes["b"].region.y + y
            marked = reader.app.palette.roles["selected"].split()[-1]
            colours = {s.style.bgcolor.name for s in rows[selected] if s.style and s.style.bgcolor}
            assert marked in colours
            assert reader.session.position == position  # dragging is no click
            await reader.press("escape")
            assert not reader.screen.get_selected_text()
            assert pane.text_selection is None

    async def test_keys_go_on_moving_the_reader(self) -> None:
        async with reading(*SEEDS) as reader:
            await drag(reader, "a", (6, 4), (12, 4))
            assert reader.screen.get_selected_text()
            await reader.press("end")
            last = len(reader.session.article("a").passages) - 1
            assert reader.session.position.passage == last
            await reader.press("home")
            assert reader.session.position.passage == 0
