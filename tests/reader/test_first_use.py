"""What someone meets who opens the reader and tries the keys of the footer."""

from __future__ import annotations

from support.reading import SEEDS, reading

from tui.reader.app import DiptychApp


async def test_footer_keys_lead_through_the_seed_pair() -> None:
    async with reading(*SEEDS) as reader:
        await reader.press("]")
        assert reader.status.startswith("match ")
        await reader.press("}")
        assert reader.status.startswith("only in A, ")
        await reader.press("tab")
        assert reader.session.position.side == "b"
        await reader.press("}")
        assert reader.status.startswith("only in B, ")
        assert reader.screen.status.right.startswith("checked 0 of ")


async def test_articles_are_on_screen_before_they_are_compared() -> None:
    app = DiptychApp(*SEEDS)
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(1000):
            await pilot.pause(0.002)
            if app.session.ready:
                break
        assert app.reading.panes["a"].view is not None
        await pilot.press("j")
