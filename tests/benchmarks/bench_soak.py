"""Random actions on a large pair: does the reader keep working, and does its memory stay flat?

python tests/benchmarks/bench_soak.py [ACTIONS [PASSAGES]]     (2000 and 5000 when left out)
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.reading import reading
from support.soak import Soak, news_pair, resident

SEED = 20260707
WARM_UP = 0.25
"""Part of the actions after which caches count as full and memory is to stay as it is."""
BOUND = 20.0
"""MB that the memory held may grow by in 1,000 actions; the marks made are a few hundred kB of it."""
PATIENCE = 2.0
"""Seconds for which the reader may be held up."""


def given_back() -> float:
    """Resident memory in MB once the C library has given back what was freed, where it can be asked to.

    What the first figure has above it is free room between what is held, not something kept.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    return resident()


def living() -> str:
    """What Python itself holds, which room between it does not count for."""
    return f"{len(gc.get_objects()):,} objects, {sys.getallocatedblocks():,} blocks of memory"


async def soak(actions: int, passages: int) -> int:
    """Do it and print what came of it; the exit status."""
    print(f"seed {SEED}: {actions} random actions on two articles of {passages} passages each", flush=True)
    start = time.perf_counter()
    warm_up = round(actions * WARM_UP)
    memory: list[float] = []
    held: list[float] = []
    done: Soak | None = None
    raised = 0
    try:
        async with reading(*news_pair(passages, SEED)) as reader:
            done = Soak(reader, SEED, told_after=PATIENCE)
            print(f"compared after {time.perf_counter() - start:.0f} s", flush=True)
            for part in range(4):
                await done.run(warm_up + (actions - warm_up) * part // 3 - done.actions)
                memory.append(await done.rest())
                held.append(given_back())
                said = f"{done.actions} actions: {memory[-1]:.0f} MB, of which {held[-1]:.0f} MB held"
                print(f"{said}; {living()}", flush=True)
    except Exception:
        traceback.print_exc()
        raised = 1
    finished = done.actions if done else 0
    print(f"actions done: {finished} in {time.perf_counter() - start:.0f} s; exceptions: {raised}")
    if done:
        seconds, name = done.slowest
        print(f"{len(done.done)} kinds of action; the slowest: {name}, {seconds:.2f} s")
        seconds, name = done.held_up
        print(f"held up for at most {seconds:.2f} s, during {name}; bound {PATIENCE:.0f} s")
    if raised or not done:
        return 1
    growth = (held[-1] - held[0]) * 1000 / (actions - warm_up)
    print(f"resident memory: {memory[0]:.0f} MB after {warm_up} actions, {memory[-1]:.0f} MB at the end")
    print(f"growth of what is held: {growth:+.1f} MB per 1,000 actions; bound {BOUND:.0f} MB")
    return int(growth > BOUND or done.held_up[0] > PATIENCE)


def main() -> int:
    """Read the arguments, keep marks in a folder of their own, and soak."""
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    passages = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        os.environ.pop("NO_COLOR", None)
        os.chdir(folder)
        return asyncio.run(soak(actions, passages))


if __name__ == "__main__":
    sys.exit(main())
