"""Aligned rows: each match on one row, what only one article says facing nothing."""

from __future__ import annotations

from collections.abc import Sequence

from tui.alignment.model import Link

Rows = list[tuple[list[int], list[int]]]
"""The passages of A and of B on each row."""


def aligned_rows(size_a: int, size_b: int, links: Sequence[Link], *, leading: str = "a") -> Rows:
    """Every passage of both articles on exactly one row.

    A passage stands with its surest counterpart, so that a passage linked to several is shown
    once. Rows follow the order of the leading article; what only the other one says stands
    after the row of the passage before it there.
    """
    group = _groups(size_a, size_b, links)
    rows: dict[int, tuple[list[int], list[int]]] = {}
    for node in range(size_a + size_b):
        a, b = rows.setdefault(group[node], ([], []))
        if node < size_a:
            a.append(node)
        else:
            b.append(node - size_a)
    lead = 0 if leading == "a" else 1
    return _in_order([rows[key] for key in sorted(rows)], lead)


def _groups(size_a: int, size_b: int, links: Sequence[Link]) -> list[int]:
    """For each passage (A's, then B's), the smallest node of its group."""
    best: dict[int, tuple[float, int]] = {}
    for link in links:
        a, b = link.a, size_a + link.b
        for node, other in ((a, b), (b, a)):
            if node not in best or link.score > best[node][0]:
                best[node] = (link.score, other)
    parent = list(range(size_a + size_b))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for node, (_, other) in best.items():
        low, high = sorted((root(node), root(other)))
        parent[high] = low
    return [root(node) for node in range(size_a + size_b)]


def _in_order(rows: Rows, lead: int) -> Rows:
    led = sorted((row for row in rows if row[lead]), key=lambda row: row[lead][0])
    following = sorted((row for row in rows if not row[lead]), key=lambda row: row[1 - lead][0])
    home = {passage: k for k, row in enumerate(led) for passage in row[1 - lead]}
    after: dict[int, Rows] = {}
    for row in following:
        passage = row[1 - lead][0] - 1
        home_of_previous = home.get(passage, -1)
        home.update(dict.fromkeys(row[1 - lead], home_of_previous))
        after.setdefault(home_of_previous, []).append(row)
    ordered = list(after.get(-1, []))
    for k, row in enumerate(led):
        ordered.append(row)
        ordered.extend(after.get(k, []))
    return ordered
