"""The long jobs, as they run in threads: they touch no widget and only post messages.

What they need is imported when they run, so that the first frame does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from tui.articles.model import ArticleError
from tui.reader.memory import settle
from tui.reader.watch import Stamp, changed, stamp

if TYPE_CHECKING:
    from tui.articles.model import Article, Split
    from tui.comparison.model import Comparison
    from tui.language.progress import Progress
    from tui.marks.model import Marks
    from tui.marks.store import MarkStore
    from tui.reader.index import Index
    from tui.reader.layout.page import Prose

Post = Callable[[Message], object]


class Cancelled(Exception):
    """The job was stopped: by the reader, or because a newer one has begun."""


@dataclass
class Progressed(Message):
    """How far a comparison is."""

    stage: str
    done: float

    def can_replace(self, message: Message) -> bool:
        """Only the last word counts."""
        return isinstance(message, Progressed)


class Versions(NamedTuple):
    """Where two articles were read, and which version of each file."""

    sources: tuple[Article | str, Article | str]
    """An article that was given stands for itself."""
    stamps: tuple[Stamp | None, Stamp | None]


@dataclass
class Loaded(Message):
    """Both articles are read, and the marks on them."""

    prose: tuple[Prose, Prose]
    store: MarkStore
    versions: Versions
    again: bool
    """Whether they are those on screen, read again."""


@dataclass
class Compared(Message):
    """A comparison is made."""

    index: Index
    store: MarkStore


@dataclass
class FilesChanged(Message):
    """Whether each article was saved anew since it was read."""

    which: list[bool]
    versions: Versions
    """Those that were read."""


@dataclass
class Made(Message):
    """Something that took a while to make, for who asked for it."""

    take: Callable[[], None]


@dataclass
class Failed(Message):
    """An article cannot be read, or a job broke."""

    reason: str


def load(
    sources: tuple[Article | str, Article | str],
    split: Split,
    again: bool,
    widths: Callable[[], Sequence[int]],
    stop: Callable[[], bool],
    post: Post,
) -> None:
    """Read both articles, unless they are given, and the marks that are kept on them.

    They are wrapped to the widths of the panes here, as a book would hold up keys with that.
    """
    from tui.articles.read import read
    from tui.marks.store import MarkStore
    from tui.reader.layout.page import prose_of

    progress = reporter(stop, post)
    versions = Versions(sources, (stamp(sources[0]), stamp(sources[1])))
    try:
        a, b = (read(source, split, progress) if isinstance(source, str) else source for source in sources)
    except ArticleError as error:
        post(Failed(str(error)))
        return
    except Cancelled:
        return
    prose = prose_of(a), prose_of(b)
    for each, width in zip(prose, widths(), strict=False):
        each.wrapped(width)
    post(Loaded(prose, MarkStore.open(a, b), versions, again))


def look(versions: Versions, post: Post) -> None:
    """Look whether the files have changed."""
    which = changed(*versions)
    if any(which):
        post(FilesChanged(which, versions))


def compare_pair(
    a: Article, b: Article, threshold: float | None, store: MarkStore, stop: Callable[[], bool], post: Post
) -> None:
    """Compare two articles, with the reader's own links."""
    from tui.comparison.compare import compare, revise
    from tui.reader.index import Index

    marks = store.marks
    progress = reporter(stop, post)
    try:
        if threshold is None:
            comparison = compare(a, b, progress=progress)
        else:
            comparison = compare(a, b, threshold=threshold, progress=progress)
        if marks.pinned or marks.cut:
            comparison = revise(comparison, pinned=marks.pinned, cut=marks.cut, progress=progress)
        index = Index(comparison)
        settle()
        post(Compared(index, store))
    except Cancelled:
        return


def revise_pair(
    comparison: Comparison,
    threshold: float,
    marks: Marks,
    store: MarkStore,
    stop: Callable[[], bool],
    post: Post,
) -> None:
    """Find links and facts anew after a change of the threshold or of the reader's own links."""
    from tui.comparison.compare import revise
    from tui.reader.index import Index

    try:
        revised = revise(
            comparison,
            threshold=threshold,
            pinned=marks.pinned,
            cut=marks.cut,
            progress=reporter(stop, post),
        )
        index = Index(revised)
        settle()
        post(Compared(index, store))
    except Cancelled:
        return


def reporter(stop: Callable[[], bool], post: Post) -> Progress:
    """A progress that tells the app, and ends the job when it is to stop."""

    def report(stage: str, done: float) -> None:
        if stop():
            raise Cancelled
        post(Progressed(stage, done))

    return report
