"""The review of dependencies in SECURITY.md covers what is installed."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

REVIEW = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
ALLOWED = re.compile(r"\b(MIT|BSD|0BSD|Apache|MPL|PSF|ISC|Zlib|CC0|Python Software Foundation|Mozilla)", re.I)
FORBIDDEN = re.compile(r"(?<!\bL)\b(A?GPL|GNU (Affero|General))", re.I)


def reviewed() -> dict[str, str]:
    """Package to licence, from the table."""
    table = REVIEW[REVIEW.index("| Package |") :]
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \|", table, re.M)
    return {name: licence.strip() for name, licence in rows}


def required() -> set[str]:
    """Every package that installing Diptych brings, with its optional formats."""
    found: set[str] = set()
    waiting = [("diptych", frozenset({"", "pdf"}))]
    done = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in done:
            continue
        done.add((name, extras))
        try:
            requirements = metadata.distribution(name).requires or []
        except metadata.PackageNotFoundError:
            continue  # needed on another system or Python only
        found.add(name)
        for requirement in map(Requirement, requirements):
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append((_normal(requirement.name), frozenset({"", *requirement.extras})))
    return found - {"diptych"}


def licence_of(name: str) -> str:
    about = metadata.metadata(name)
    classifiers = [
        c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License")
    ]
    words = [about.get("License-Expression"), *classifiers, (about.get("License") or "").split("\n")[0]]
    return " / ".join(word for word in words if word)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_is_reviewed_and_none_is_reviewed_in_vain() -> None:
    assert set(reviewed()) == required()


@pytest.mark.parametrize("name", sorted(required()))
def test_its_licence_is_as_reviewed_and_allows_any_use(name: str) -> None:
    licence = licence_of(name)
    offered = licence.split(" OR ")  # one of several may be chosen
    assert any(ALLOWED.search(one) and not FORBIDDEN.search(one) for one in offered), licence
    family = re.split(r"[-\s]", reviewed()[name])[0]
    assert re.search(rf"\b{family}", licence.replace("Mozilla Public License", "MPL"), re.I), licence
