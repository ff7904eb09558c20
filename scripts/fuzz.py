"""Coverage-guided fuzzing from bytes to every report, for minutes: `make fuzz`.

What is found is written to `build/fuzz/`; `scripts/fuzz.py FILE` runs one such input again. The
properties are those of `tests/support/pipeline.py`: no crash, no hang, every report valid.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

SECONDS = int(os.environ.get("DIPTYCH_FUZZ_SECONDS", "240"))
LONGEST = 4096
"""Bytes of an input: short ones find more in the same time; tests/fuzz has the long ones."""

SUFFIXES = (".txt", ".md", ".html", ".docx", ".epub", "")
SPLITS = ("sentence", "line", "paragraph")

with atheris.instrument_imports(include=["tui"]):
    # Much is imported late; what is not imported here would not be watched.
    import tui

    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.startswith(("tui.reader", "tui.cli", "tui.__main__")):
            importlib.import_module(module.name)
    from support.hostile import FRAGMENTS
    from support.pipeline import through


def one_input(data: bytes) -> None:
    """Two files made of the input, all the way through."""
    source = atheris.FuzzedDataProvider(data)
    suffix, split = source.PickValueInList(list(SUFFIXES)), source.PickValueInList(list(SPLITS))
    first = source.ConsumeBytes(source.ConsumeIntInRange(0, LONGEST))
    second = source.ConsumeBytes(source.remaining_bytes())
    through(first, second, _FOLDER, suffix, split)


def _dictionary(path: Path) -> Path:
    """The fragments that hurt, in libFuzzer's notation."""
    words = (fragment.encode("utf-8", "surrogatepass") for fragment in FRAGMENTS)
    spelled = ("".join(rf"\x{byte:02x}" for byte in word) for word in words)
    path.write_text("".join(f'"{word}"\n' for word in spelled))
    return path


def main() -> None:
    """Fuzz for the time set, starting from the bundled articles."""
    findings = ROOT / "build" / "fuzz"
    corpus = findings / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in (ROOT / "seeds").glob("*.txt"):
        (corpus / seed.name).write_bytes(seed.read_bytes()[:LONGEST])
    arguments = sys.argv[1:] or [
        f"-max_total_time={SECONDS}",
        f"-max_len={LONGEST}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        f"-dict={_dictionary(findings / 'fragments.dict')}",
        f"-artifact_prefix={findings}{os.sep}",
        str(corpus),
    ]
    atheris.Setup([sys.argv[0], *arguments], one_input)
    atheris.Fuzz()


with tempfile.TemporaryDirectory() as _name:
    _FOLDER = Path(_name)
    if __name__ == "__main__":
        main()
