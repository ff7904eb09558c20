"""What the JSON report promises, beyond what a JSON Schema can say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).with_name("diptych-1.schema.json")


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def broken_promises(report: dict[str, Any]) -> list[str]:
    """Everything in which a report breaks the contract; empty when it holds."""
    found = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(report)]
    for article in report["articles"] if not found else ():
        found.extend(_passages_in_order(article))
    return found or list(_beyond_the_schema(report))


def _beyond_the_schema(report: dict[str, Any]) -> Iterator[str]:
    texts = {article["id"]: article["text"] for article in report["articles"]}
    passages = {p["id"]: p for article in report["articles"] for p in article["passages"]}
    for link in report["links"]:
        yield from (f"link to no passage {p}" for p in link["a"] + link["b"] if p not in passages)
        for e in link["evidence"]:
            for side in "ab":
                if not any(_within(e[side], passages[p]) for p in link[side]):
                    yield f"evidence {e} outside the passages of {link[side]}"
    yield from _spans(report["claims"], texts, passages)
    yield from _spans(report.get("quotations", []), texts, passages)
    for claim in report["claims"]:
        if passages[claim["passage"]]["kind"] == "furniture":
            yield f"claim {claim['id']} in furniture"
        if claim["status"] == "unique" and claim["counterparts"]:
            yield f"unique claim {claim['id']} has counterparts"
        if any(c[0] == claim["article"] or c not in passages for c in claim["counterparts"]):
            yield f"claim {claim['id']} has counterparts {claim['counterparts']}"
    for conflict in report["conflicts"]:
        for side in "ab":
            place = conflict[side]
            if place["passage"][0] != side or not _within(
                (place["start"], place["end"]), passages[place["passage"]]
            ):
                yield f"conflict {conflict} is not in its passage"
            for claim in report["claims"]:
                if claim["article"] == side and claim["status"] == "unique" and _overlap(claim, place):
                    yield f"value in conflict {place} stands in unique claim {claim['id']}"
    if report["summary"]["links"] != len(report["links"]):
        yield "summary counts other links"
    if report["summary"]["conflicts"] != len(report["conflicts"]):
        yield "summary counts other conflicts"


def _passages_in_order(article: dict[str, Any]) -> Iterator[str]:
    reached = 0
    for number, passage in enumerate(article["passages"]):
        if passage["id"] != f"{article['id']}{number}":
            yield f"passage {number} is called {passage['id']}"
        if not reached <= passage["start"] <= passage["end"] <= len(article["text"]):
            yield f"passage {passage['id']} is out of order or out of the text"
        reached = passage["end"]


def _spans(
    items: list[dict[str, Any]], texts: dict[str, str], passages: dict[str, dict[str, Any]]
) -> Iterator[str]:
    if len({item["id"] for item in items}) != len(items):
        yield "an id is used twice"
    for item in items:
        if texts[item["article"]][item["start"] : item["end"]] != item["text"]:
            yield f"{item['id']}: text[{item['start']}:{item['end']}] is not its text"
        if item["passage"][0] != item["article"] or not _within(
            (item["start"], item["end"]), passages[item["passage"]]
        ):
            yield f"{item['id']} is not in its passage"


def _within(span: Any, passage: dict[str, Any]) -> bool:
    return bool(passage["start"] <= span[0] < span[1] <= passage["end"])


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
