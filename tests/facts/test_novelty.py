"""What tells new words from known ones: the same for one article and for both at once."""

import numpy as np

import tui
from tui.alignment.align import align
from tui.facts.novelty import gap_features, passage_features, together, word_features, words_of

A = (
    "The mayor of Brookfield said on Monday that the bridge would stay shut, “perhaps for months”.",
    "",
    "Engineers found cracks in two of its piers.",
)
B = ("Brookfield's bridge stays closed, its mayor said.", "Nobody was hurt.")


def test_both_articles_at_once_have_the_features_that_each_has_alone() -> None:
    aligned = align(tui.Article.from_passages(A), tui.Article.from_passages(B))
    lexicon = aligned.lexicon
    a, b = words_of("a", lexicon, A), words_of("b", lexicon, B)
    i, j = np.array([0, 0, 2]), np.array([0, 1, 1])
    score = np.array([0.9, 0.2, 0.4])
    order = np.argsort(j, kind="stable")
    pairs_a, pairs_b = (i, j, score), (j[order], i[order], score[order])
    pairs = tuple(np.concatenate(p) for p in zip(pairs_a, (j[order] + len(A), *pairs_b[1:]), strict=True))
    both = together(a, b)
    words = word_features(a, pairs_a), word_features(b, pairs_b), word_features(both, pairs)
    assert_joined(*words)
    gaps = gap_features(a), gap_features(b), gap_features(both)
    assert [list(gap) for gap in gaps] == [list(gaps[0])] * 3
    sure = [np.linspace(0.1, 0.9, len(x.start)) for x in (a, b)]
    assert_joined(
        passage_features(a, words[0], sure[0], pairs_a),
        passage_features(b, words[1], sure[1], pairs_b),
        passage_features(both, words[2], np.concatenate(sure), pairs),
    )
    assert both.glued.tolist() == [*a.glued.tolist(), *b.glued.tolist()]


def assert_joined(of_a: dict, of_b: dict, of_both: dict) -> None:
    """Exactly: a sum that runs on from A into B would be another one to its last bits."""
    assert list(of_a) == list(of_b) == list(of_both)
    for name, values in of_both.items():
        assert values.tolist() == [*of_a[name].tolist(), *of_b[name].tolist()], name
