"""Opens the reader, and leaves it as its terminal was."""

from __future__ import annotations

import asyncio
import os
import sys

from tui.articles.model import Split
from tui.reader.app import DiptychApp
from tui.settings.model import Settings, SettingsError


def run_reader(
    source_a: str,
    source_b: str,
    *,
    split: Split = "sentence",
    threshold: float | None = None,
    settings: Settings | None = None,
) -> int:
    """Open the reader on two articles.

    Args:
        source_a: Path or URL of the first article.
        source_b: Path or URL of the second one.
        split: The unit of a passage.
        threshold: Least score of a link; None for the settings' or the comparison's own.
        settings: Theme, keys and the like; read from environment and configuration when left out.

    Returns:
        The exit status: 0, or 2 when an article or a setting cannot be used.
    """
    try:
        if settings is None:
            from tui.settings.load import load_settings

            settings = load_settings()
        app = DiptychApp(source_a, source_b, settings=settings, split=split, threshold=threshold)
    except SettingsError as error:
        sys.stderr.write(f"diptych: {error}\n")
        return 2
    return asyncio.run(_to_the_end(app))


async def _to_the_end(app: DiptychApp) -> int:
    """Run the reader until it is left and its marks are closed; the exit status."""
    status = await app.run_async()
    if app.marking.store is not None:
        app.marking.store.close()
    if app.failure is not None:
        sys.stderr.write(f"diptych: {app.failure}\n")
    code = status if status is not None else app.return_code or 0
    if not await app.at_rest():
        # Python would wait for the thread. The terminal is given back and all is saved: leave it behind.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
