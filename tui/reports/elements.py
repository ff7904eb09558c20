"""HTML elements that escape what is put into them, so that forgetting to is not possible."""

from __future__ import annotations

from html import escape

from tui.reports.safe import one_line

VOID = frozenset({"meta", "br"})


class Html(str):
    """Markup that is finished and safe; every other string is text from a stranger."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | bool | None) -> Html:
    """An element with its children; text among them and in attributes is escaped.

    Args:
        name: Tag name.
        children: Html as it is, any other string as text.
        attributes: `class_` stands for `class`, `data_to` for `data-to`; False and None leave one out.
    """
    opening = name + "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Several pieces of markup and text, one after the other."""
    return Html("".join(child if isinstance(child, Html) else text(child) for child in children))


def text(words: str) -> Html:
    """A stranger's text as markup."""
    return Html(escape(one_line(words)))


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'
