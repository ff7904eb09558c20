"""Make docs/report.png: the HTML report on the bundled pair, at its first conflict or match."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.browser import CHROMIUM, Browser  # noqa: E402

import tui  # noqa: E402
from tui.cli.bundled import bundled_pair  # noqa: E402
from tui.reports.page import html_report  # noqa: E402


def main() -> int:
    """Draw it in a headless Chromium."""
    if CHROMIUM is None:
        print("no Chromium on this machine: docs/report.png is left as it is")
        return 0
    sources = bundled_pair()
    a, b = (tui.read(source) for source in sources)
    comparison = tui.compare(a, b)
    page = html_report(comparison)
    for source in sources:
        page = page.replace(source, Path(source).name)  # nobody's folders belong in a picture
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8")
        with Browser(Path(folder) / "profile") as browser:
            browser.show(1280, 760)
            browser.open(file)
            browser.press("c" if comparison.conflicts else "]")
            browser.screenshot(ROOT / "docs" / "report.png")
    print("docs/report.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
