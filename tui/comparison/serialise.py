"""The comparison as the JSON report's plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.alignment.model import Link
from tui.articles.model import Article
from tui.comparison.model import SCHEMA, Comparison
from tui.facts.model import Claim, Conflict, Place, Quotation, Side


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """Everything in a comparison, in the shape of schema `diptych/1`."""
    report = {name: _made(part) for name, part in parts(comparison).items()}
    for article in report["articles"]:
        article["passages"] = _made(article["passages"])
    return report


def _made(part: Any) -> Any:
    return list(part) if isinstance(part, Iterator) else part


def parts(comparison: Comparison) -> dict[str, Any]:
    """The same with an iterator in place of each long list: its items are made as they are asked for.

    As data the report of a book takes many times the memory that it takes on the disk.
    """
    return {
        "schema": SCHEMA,
        "articles": (_article(comparison, side) for side in ("a", "b")),
        "links": (_link(link) for link in comparison.links),
        "claims": (_claim(comparison, k, claim) for k, claim in enumerate(comparison.claims)),
        "conflicts": (_conflict(conflict) for conflict in comparison.conflicts),
        "quotations": (_quotation(comparison, k, q) for k, q in enumerate(comparison.quotations)),
        "threshold": comparison.threshold,
        "summary": comparison.summary(),
    }


def _article(comparison: Comparison, side: Side) -> dict[str, Any]:
    article: Article = comparison.article(side)
    return {
        "id": side,
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "site": article.site,
        "text": article.text,
        "passages": (
            {
                "id": f"{side}{passage.index}",
                "start": passage.start,
                "end": passage.end,
                "paragraph": passage.paragraph,
                "kind": passage.kind,
                "status": status,
            }
            for passage, status in zip(article.passages, comparison.statuses(side), strict=True)
        ),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "a": [f"a{link.a}"],
        "b": [f"b{link.b}"],
        "score": round(link.score, 4),
        "evidence": [{"kind": e.kind, "a": list(e.a), "b": list(e.b)} for e in link.evidence],
    }


def _claim(comparison: Comparison, number: int, claim: Claim) -> dict[str, Any]:
    other = "b" if claim.side == "a" else "a"
    return {
        "id": f"c{number}",
        "article": claim.side,
        "passage": f"{claim.side}{claim.passage}",
        "start": claim.start,
        "end": claim.end,
        "text": comparison.article(claim.side).text[claim.start : claim.end],
        "kind": claim.kind,
        "status": claim.status,
        "value": claim.value,
        "counterparts": [f"{other}{k}" for k in claim.counterparts],
        "salience": round(claim.salience, 4),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "a": _place("a", conflict.a),
        "b": _place("b", conflict.b),
        "kind": conflict.kind,
        "explanation": conflict.explanation,
        "confidence": round(conflict.confidence, 4),
    }


def _place(side: Side, place: Place) -> dict[str, Any]:
    return {"passage": f"{side}{place.passage}", "start": place.start, "end": place.end}


def _quotation(comparison: Comparison, number: int, quotation: Quotation) -> dict[str, Any]:
    return {
        "id": f"q{number}",
        "article": quotation.side,
        "passage": f"{quotation.side}{quotation.passage}",
        "start": quotation.start,
        "end": quotation.end,
        "text": comparison.article(quotation.side).text[quotation.start : quotation.end],
        "speaker": quotation.speaker,
        "counterpart": None if quotation.counterpart is None else f"q{quotation.counterpart}",
    }
