"""Diptych: two accounts of one story, side by side.

    import tui

    a = tui.read("one.txt")
    b = tui.read("two.txt")
    report = tui.compare(a, b).to_dict()

Importing this package loads neither Textual nor numpy nor a format library; each is imported
when it is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.articles.model import Article, ArticleError

if TYPE_CHECKING:
    from tui.articles.read import read
    from tui.comparison.compare import compare
    from tui.comparison.model import Comparison

__version__ = "0.1.0"
__all__ = ["Article", "ArticleError", "Comparison", "compare", "read"]

_LAZY = {
    "read": "tui.articles.read",
    "compare": "tui.comparison.compare",
    "Comparison": "tui.comparison.model",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module 'tui' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value
