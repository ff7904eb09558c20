"""Where the counterpart in focus is, when it is off screen."""

from __future__ import annotations

from support.reading import reading

from tui.articles.model import Article

MATCH = "The mayor of Leeds said on Monday that the bridge will close for repairs."
OTHERS = [f"Witness {n} of the trial about wheat spoke for {n} hours." for n in range(1, 41)]


async def test_the_distance_is_told_in_paragraphs() -> None:
    a, b = Article.from_passages([MATCH, *OTHERS]), Article.from_passages([*map(str.upper, OTHERS), MATCH])
    async with reading(a, b) as reader:
        await reader.press("L", "g")  # each on its own, or the counterpart is brought on screen
        shown = reader.lines()
        last = max(n for n in range(1, 41) if f"WITNESS {n} OF" in "\n".join(shown))
        assert f"↓ {41 - last} ¶" in next(line for line in shown if "The mayor of Leeds" in line)
