"""Make the README's pictures of the reader, from the bundled pair.

    python scripts/screenshots.py [FOLDER]     (docs/ when left out)

Marks and settings of the person who runs it are left alone.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tui.cli.bundled import bundled_pair
from tui.reader.app import DiptychApp
from tui.settings.model import Settings, Theme


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is pressed before it is taken."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 34)
    theme: Theme = "dark"


PICTURES = (
    Picture("reader", ("c",)),
    Picture("ledger", ("o", "j", "m")),
    Picture("explanation", ("right_square_bracket", "e", "i")),
    Picture("rows", ("s", "c"), theme="light"),
    Picture("narrow", ("right_curly_bracket", "right_curly_bracket"), size=(80, 24), theme="colour-blind"),
)


async def take(picture: Picture, folder: Path) -> None:
    """Open the reader, press the keys, write the picture."""
    app = DiptychApp(*bundled_pair(), settings=Settings(theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        while app.session.index is None:
            await pilot.pause(0.05)
        await pilot.press(*picture.keys)
        await pilot.pause()
        (folder / f"{picture.name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as state:
            os.environ["XDG_STATE_HOME"] = state
            asyncio.run(take(picture, folder))
            print(folder / f"{picture.name}.svg")


if __name__ == "__main__":
    main()
