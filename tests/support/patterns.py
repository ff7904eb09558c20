"""Times every regular expression of the product on its worst case; run in a process of its own.

Prints one JSON line: how many expressions there are, and which are slow.

The expressions are found by listening to `re` while every module is imported and hostile texts go
all the way to the reports: an expression built inside a function is heard too, and so is how each
is used and how long a text it is ever given. One that is only given short texts, as the lines of
page furniture are, is timed on a text of that length, as often as it fits into a megabyte; every
other on a megabyte, against a quarter of one.
"""

from __future__ import annotations

import importlib
import itertools
import json
import pkgutil
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1_000_000

LONG = 5_000
"""Characters of the lines that are sent through to see which expressions meet a long text."""

UNITS = (
    *(
        "a",
        "A",
        "word ",
        "Name ",
        "1",
        "1 ",
        "1,",
        "“",
        ". ",
        "A. ",
        "Mr. Name ",
        "日",
        "日。」と",
        "他说：“日。”",
    ),
    *("“Is it?” Name Name said. ", "“Go!” the man said. ", "on Feb. 3 at 5 p.m. ", "[a](b) ", "<b>x</b> "),
)
"""What those lines repeat."""

SHORT = 2_000
"""What is never given more than this, although the lines are longer, is protected by its caller."""

STEEP = 8.0
"""The ratio of times for a megabyte and a quarter of one: 4 when linear, 16 when quadratic."""

UNHURRIED = 0.5
"""Seconds for a megabyte below which nobody waits, whatever the ratio."""

PATIENCE = 3.0
"""Seconds for a megabyte of short texts, and for the trial of one expression on long ones."""

SCANS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


@dataclass
class Heard:
    """One expression, where it stands, and how it is used."""

    expression: re.Pattern[str]
    where: str
    used: set[str] = field(default_factory=set)
    longest: int = 0

    def __getattr__(self, name: str) -> object:
        found = getattr(self.expression, name)
        if name not in SCANS:
            return found

        def scan(*arguments: object, **options: object) -> object:
            text = arguments[1 if name.startswith("sub") else 0]
            places = (
                [a for a in arguments[1:] if isinstance(a, int)] if name[:3] not in ("sub", "spl") else []
            )
            start, end, *_ = [*places, *(0, len(text))[len(places) :]]  # type: ignore[arg-type]
            self.used.add(name)
            self.longest = max(self.longest, min(end, len(text)) - start)  # type: ignore[arg-type]
            return found(*arguments, **options)

        return scan


def listen() -> list[Heard]:
    """Every expression of the product."""
    import tui

    home = str(Path(tui.__file__).parent)
    heard: dict[tuple[str, int], Heard] = {}
    original = re._compile  # type: ignore[attr-defined]

    def hear(pattern: object, flags: int) -> object:
        if isinstance(pattern, Heard):
            return pattern
        frame = sys._getframe(1)
        while frame and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back  # type: ignore[assignment]
        made = original(pattern, flags)
        if not (frame and frame.f_code.co_filename.startswith(home) and isinstance(made.pattern, str)):
            return made
        where = f"{Path(frame.f_code.co_filename).relative_to(home)}:{frame.f_lineno}"
        return heard.setdefault((made.pattern, made.flags), Heard(made, where))

    re._compile = hear  # type: ignore[attr-defined]
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _exercise(Path(tui.__file__).parents[1] / "seeds")
    re._compile = original  # type: ignore[attr-defined]
    return list(heard.values())


def _exercise(seeds: Path) -> None:
    """Send texts through that make every stage work, and lines longer than any it expects."""
    from support.pipeline import through

    one, other = (path.read_bytes() for path in sorted(seeds.glob("*.txt")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, split in ((".txt", "sentence"), (".md", "paragraph"), (".html", "line")):
            through(one, other, folder, suffix, split)
        flat = b" ".join(one.split())
        for unit in [*UNITS, flat.decode() + " "]:
            line = (unit * (LONG // len(unit))).encode()
            through(line, other, folder, contract=False, limit=60)


def pumps(pattern: str) -> list[str]:
    """What to repeat: the characters an expression mentions and their neighbours, alone and in pairs."""
    mentioned = dict.fromkeys(c for c in pattern if not c.isspace() and c.isprintable())
    singles = [c for c in mentioned if c not in "\\[](){}?*+^|"][:12]
    always = [" ", "\n", "a", "A", "1", ",", ".", "-", "“", "a ", "A ", "1 ", "1,", "Aa ", "\\", "(", "["]
    words = re.findall(r"[a-z]{3,}", pattern)[:4]
    pairs = ["".join(pair) for pair in itertools.permutations([*singles[:4], " ", "1", "a"], 2)]
    return list(dict.fromkeys([*singles, *always, *words, *(f"{word} " for word in words), *pairs]))


def _texts(pump: str) -> list[Callable[[int], str]]:
    """Runs of a pump, with starts and ends that let a match run on and then fail."""
    return [
        lambda size: pump * (size // len(pump)),
        lambda size: "a " + pump * (size // len(pump)) + "\x01",
        lambda size: "1" + pump * (size // len(pump)) + "!",
    ]


def _clock(expression: re.Pattern[str], used: set[str], text: str) -> float:
    began = time.process_time()
    if used & {"match"}:
        expression.match(text)
    if used & {"fullmatch"}:
        expression.fullmatch(text)
    if used - {"match", "fullmatch"}:
        for _ in expression.finditer(text):
            pass
    return time.process_time() - began


def slow(expression: re.Pattern[str], used: set[str], longest: int = MEGABYTE) -> str | None:
    """What is wrong with an expression, if it takes long; None if it does not."""
    size = min(longest, SHORT)
    worst, pump, most = None, "", -1.0
    for candidate in pumps(expression.pattern):
        for text in _texts(candidate):
            taken = _clock(expression, used, text(size))
            if taken > most:
                worst, pump, most = text, candidate, taken
    assert worst
    if longest <= SHORT:
        seconds = most * MEGABYTE / max(size, 200)  # less is the cost of a call
        return f"{seconds:.1f} s for a megabyte in pieces of {size}" if seconds > PATIENCE else None
    if most > 0.2:
        return f"{most * 1000:.0f} ms on {size} characters of {pump!r}"
    # A long expression takes a while for a megabyte though it is linear; a quarter shows that too.
    full = MEGABYTE if most * MEGABYTE / size < 1.0 else MEGABYTE // 4
    quarter = min(_clock(expression, used, worst(full // 4)) for _ in range(2))
    whole = _clock(expression, used, worst(full))
    if whole > UNHURRIED and whole / quarter > STEEP:
        return f"{whole:.2f} s, {whole / quarter:.1f} times a quarter, on {full} characters of {pump!r}"
    return None


def main() -> None:
    """Time them all."""

    def give_up(number: int, frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, give_up)
    began, bad, expressions = time.monotonic(), {}, listen()
    for heard in expressions:
        # One that no text was seen to reach, as of another format, is tried where it stands.
        used, longest = (heard.used, heard.longest) if heard.used else ({"match", "fullmatch"}, MEGABYTE)
        signal.setitimer(signal.ITIMER_REAL, 2 * PATIENCE)
        try:
            problem = slow(heard.expression, used, longest)
        except TimeoutError:
            problem = f"not done after {2 * PATIENCE:.0f} s"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if problem:
            use = f"{'/'.join(sorted(heard.used)) or 'never used'} on up to {heard.longest}"
            bad[f"{heard.where} {heard.expression.pattern[:60]}"] = f"{problem} ({use})"
    long = sum(heard.longest > SHORT or not heard.used for heard in expressions)
    taken = time.monotonic() - began
    print(
        json.dumps({"expressions": len(expressions), "long": long, "slow": bad, "seconds": round(taken, 1)})
    )


if __name__ == "__main__":
    main()
