"""Count the sentence boundaries that are wrong: python tests/articles/sentence_errors.py."""

from __future__ import annotations

from pathlib import Path

from tui.articles.sentences import sentence_spans

HARD = Path(__file__).parent / "hard_sentences.txt"
MARK = "‖"


def errors_of(marked: str) -> tuple[int, int]:
    """How many boundaries of a marked paragraph are missed or made up, and how many sentences it has."""
    text = plain(marked)
    wanted, at = set(), 0
    for part in marked.split(MARK)[:-1]:
        end = at + len(part.strip())
        wanted.add(end)
        at = end + (text[end] == " ")
    found = [end for _, end in sentence_spans(text, 0, len(text))][:-1]
    return len(wanted ^ set(found)), marked.count(MARK) + 1


def plain(marked: str) -> str:
    """The paragraph without its marks: `one. ‖ Two` had a blank there, `one.‖Two` had none."""
    return marked.replace(f" {MARK} ", " ").replace(MARK, "")


def count() -> tuple[int, int, list[str]]:
    """Wrong boundaries in the whole file, its sentences, and the paragraphs that went wrong."""
    wrong = sentences = 0
    failed = []
    for line in HARD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            errors, parts = errors_of(line)
            wrong += errors
            sentences += parts
            if errors:
                failed.append(line)
    return wrong, sentences, failed


if __name__ == "__main__":
    total, of, lines = count()
    print(f"{total} wrong boundaries in {of} hard news sentences")
    for line in lines:
        text = plain(line)
        print("  " + f" {MARK} ".join(text[a:b] for a, b in sentence_spans(text, 0, len(text))))
