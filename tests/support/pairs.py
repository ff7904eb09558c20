"""Comparisons made by hand, so that a report's test says exactly what is to be reported."""

from __future__ import annotations

from dataclasses import replace

from tui.alignment.model import Alignment, Evidence, Link
from tui.articles.model import Article
from tui.comparison.model import Comparison
from tui.facts.model import Claim, Conflict, Facts, Place, Quotation, Side
from tui.marks.model import Marks, Target, claim_target, conflict_target, passage_target

A = [
    "Storm closes the harbour",
    "The storm closed the harbour on Monday, Mayor Ruth Adeyemi said.",
    "Four boats sank.",
    "“We have never seen waves like these,” said Jan Vos, a pilot, in Port Ellis.",
    "Share it",
]
B = [
    "The harbour was closed by a storm on Monday.",
    "Six boats sank, the coast guard said.",
    "Schools will stay shut until Thursday.",
]


def by_hand(a: list[str] | None = None, b: list[str] | None = None) -> Comparison:
    """Two short accounts of a storm with one conflict, or two others with nothing found in them."""
    if a is not None or b is not None:
        left, right = Article.from_passages(a or []), Article.from_passages(b or [])
        nothing = Facts(("none",) * len(a or []), ("none",) * len(b or []), (), (), ())
        return Comparison(left, right, Alignment(()), (), nothing, 0.5)
    left = Article.from_passages(A, title="Storm closes the harbour", source="one.txt")
    right = Article.from_passages(B, title="Six boats sink", source="two.txt")
    links = (
        Link(1, 0, 0.93, (evidence(left, 1, right, 0, "harbour"), evidence(left, 1, right, 0, "Monday"))),
        Link(2, 1, 0.71, (evidence(left, 2, right, 1, "boats"),)),
    )
    facts = Facts(
        ("none", "mixed", "conflicting", "unique", "none"),
        ("shared", "conflicting", "unique"),
        (
            claim("a", left, 1, "The storm closed the harbour on Monday", "shared", (0,)),
            claim("a", left, 1, "Mayor Ruth Adeyemi said", "unique"),
            claim("a", left, 3, A[3], "unique"),
            claim("b", right, 0, B[0], "shared", (1,)),
            claim("b", right, 1, "the coast guard said", "unique"),
            claim("b", right, 2, B[2], "unique"),
        ),
        (
            Conflict(
                place(left, 2, "Four boats"),
                place(right, 1, "Six boats"),
                "quantity",
                "A says four boats, B says six.",
                0.9,
            ),
        ),
        (Quotation("a", 3, *span(left, 3, "We have never seen waves like these,"), "Jan Vos"),),
    )
    return Comparison(left, right, Alignment(links), links, facts, 0.5)


def unsure() -> Comparison:
    """The same two accounts, the second match less likely right than wrong."""
    comparison = by_hand()
    first, second = comparison.links
    return replace(comparison, links=(first, replace(second, score=0.34)))


def all_unique(passages: list[str]) -> Comparison:
    """An article of which every passage is a claim of its own, against an empty one."""
    bare = by_hand(passages, [])
    claims = tuple(
        Claim("a", p.index, p.start, p.end, "statement", "unique", 0.5)
        for p in bare.a.passages
        if p.start < p.end
    )
    a = replace(bare.a, title=" ".join(passages), source=" ".join(passages))
    facts = replace(bare.facts, claims=claims, status_a=("unique",) * len(passages))
    return replace(bare, a=a, facts=facts)


def marked(comparison: Comparison) -> Marks:
    """Marks of each kind on the storm."""
    only_b = comparison.claims[5]
    return Marks(
        pinned=frozenset({(1, 0)}),
        cut=frozenset({(3, 2)}),
        checked=frozenset({claim_target(only_b), conflict_target(comparison.conflicts[0])}),
        notes={
            conflict_target(comparison.conflicts[0]): "Ask the coast guard.",
            claim_target(only_b): "Confirmed by <the> ministry.",
            passage_target("a", comparison.a.passages[1]): "Adeyemi is the deputy.",
            claim_target(comparison.claims[3]): "Both had it from the agency.",
            Target("claim", (comparison.a.passages[3].start + 1, comparison.a.passages[3].end - 9), None): (
                "On words that are no claim any more."
            ),
        },
    )


def evidence(a: Article, passage_a: int, b: Article, passage_b: int, word: str) -> Evidence:
    return Evidence("words", span(a, passage_a, word), span(b, passage_b, word))


def span(article: Article, passage: int, words: str) -> tuple[int, int]:
    start = article.text.index(words, article.passages[passage].start)
    return start, start + len(words)


def place(article: Article, passage: int, words: str) -> Place:
    return Place(passage, *span(article, passage, words))


def claim(
    side: Side, article: Article, passage: int, words: str, status: str, others: tuple[int, ...] = ()
) -> Claim:
    start, end = span(article, passage, words)
    return Claim(side, passage, start, end, "statement", status, 0.5, counterparts=others)  # type: ignore[arg-type]
