"""The mouse: a click on a passage or the map goes there; scrolling moves both panes."""

from __future__ import annotations

from support.reading import SEEDS, reading


async def test_clicks_and_wheel() -> None:
    async with reading(*SEEDS) as reader:
        screen = reader.screen
        assert await reader.pilot.click("#pane-b", offset=(10, 1))
        await reader.pilot.pause()
        assert (reader.session.position.side, reader.session.position.passage) == ("b", 0)
        assert await reader.pilot.click("#map-a", offset=(1, 30))
        await reader.pilot.pause()
        assert reader.session.position.side == "a"
        assert reader.session.position.passage > 5
        before = {side: pane.scroll_y for side, pane in screen.panes.items()}
        screen.panes["a"].scroll_to(y=0, animate=False)
        await reader.pilot.pause()
        assert screen.panes["b"].scroll_y < before["b"] or before["b"] == 0
