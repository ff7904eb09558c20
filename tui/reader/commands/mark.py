"""The reader's own hand: checked, noted, pinned, cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.marks.model import MarkError, Target
from tui.reader.marking import claims_in_passage, target_in_focus

if TYPE_CHECKING:
    from tui.marks.store import MarkStore
    from tui.reader.screen import ReadingScreen


def check(screen: ReadingScreen) -> None:
    """Mark the claim or conflict in focus as checked; on a passage, all claims in it."""
    target = target_in_focus(screen.session)
    if target is None:
        screen.tell("Not compared yet")
        return
    targets = claims_in_passage(screen.session) if target.kind == "passage" else [target]
    if not targets:
        screen.tell("Nothing to check here: } and c lead to what there is")
        return
    check_targets(screen, targets)


def check_targets(screen: ReadingScreen, targets: list[Target]) -> None:
    """Mark as checked, or as not checked if all of them are."""
    done = all(target in screen.marking.marks.checked for target in targets)

    def change(store: MarkStore) -> None:
        for target in targets:
            store.check(target, not done)

    if save(screen, change):
        what = targets[0].kind if len(targets) == 1 else f"{len(targets)} claims"
        screen.tell(f"{what} {'not checked any more' if done else 'checked'} · u undoes")


def note(screen: ReadingScreen) -> None:
    """Write a note on what is in focus."""
    target = target_in_focus(screen.session)
    if target is None:
        screen.tell("Not compared yet")
        return
    note_on(screen, target)


def note_on(screen: ReadingScreen, target: Target) -> None:
    """Write a note on something."""

    def done(text: str | None) -> None:
        if text is not None and save(screen, lambda store: store.note(target, text)):
            screen.tell("Note saved" if text.strip() else "Note removed")

    screen.ask(f"Note on this {target.kind}", done, value=screen.marking.marks.notes.get(target, ""))


def pin(screen: ReadingScreen) -> None:
    """Link the passages in focus on the two sides; pinned before: leave it to the comparison."""
    if screen.index_or_tell() is None:
        return
    pair = screen.session.beside["a"], screen.session.beside["b"]
    if pair in screen.marking.marks.pinned:
        if save(screen, lambda store: store.release(*pair)):
            screen.tell("Pin taken away")
    elif save(screen, lambda store: store.pin(*pair)):
        screen.tell("Pinned: these two passages match · u undoes")


def cut(screen: ReadingScreen) -> None:
    """Take the passages in focus apart; cut before: leave it to the comparison."""
    if screen.index_or_tell() is None:
        return
    pair = screen.session.beside["a"], screen.session.beside["b"]
    if pair in screen.marking.marks.cut:
        if save(screen, lambda store: store.release(*pair)):
            screen.tell("Cut taken away")
    elif not screen.session.linked(*pair):
        screen.tell("These two passages are not matched")
    elif save(screen, lambda store: store.cut(*pair)):
        screen.tell("Cut: these two passages do not match · u undoes, p pins")


def undo(screen: ReadingScreen) -> None:
    """Take back the last mark."""
    undone: list[str | None] = []
    if save(screen, lambda store: undone.append(store.undo())):
        screen.tell(f"Undone: {undone[0]}" if undone[0] else "Nothing to undo")


def save(screen: ReadingScreen, change: Callable[[MarkStore], object]) -> bool:
    """Change the marks on disk, and then what is on screen; says what went wrong if it did."""
    store = screen.marking.store
    if store is None:
        screen.tell("The articles are still being read")
        return False
    before, saved = store.marks, store.saved
    try:
        change(store)
    except MarkError as error:
        screen.tell(str(error))
        return False
    if (before.pinned, before.cut) != (store.marks.pinned, store.marks.cut):
        screen.reader.revise()
    screen.refresh_all()
    if store.saved and not saved:
        # Beside what is told of the change itself, as the word that they are not saved was.
        screen.reader.notify("Marks are saved again", markup=False)
    return True
