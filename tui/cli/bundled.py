"""The pair of articles that comes with Diptych."""

from __future__ import annotations

import tui
from tui.articles.model import ArticleError


def bundled_pair() -> tuple[str, str]:
    """The paths of the two articles: inside the package when installed, beside it in a checkout.

    Raises:
        ArticleError: Neither holds two articles.
    """
    from pathlib import Path

    package = Path(tui.__file__).resolve().parent
    for folder in (package / "seeds", package.parent / "seeds"):
        found = sorted(folder.glob("*.txt"))
        if len(found) == 2:
            return str(found[0]), str(found[1])
    raise ArticleError("the bundled articles are missing; install Diptych again, or name two articles")
