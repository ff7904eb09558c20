"""Pieces of text that have hurt programs like this one, among pieces of news."""

# fmt: off
FRAGMENTS = [
    "Two died in Kyiv on Tuesday, officials said.", "WASHINGTON (AP) — Over 400 people fled.",
    "“We will not,” said Ms. Roe, 45, of the IAEA.", "It cost $1.2 billion (€1.1bn), up 3.5% from Feb. 28.",
    "Neither side agreed.", "Both sides agreed.", "# Heading\n\n", "* item\n", "Share it\n", "Next Story\n",
    "1,300 square kilometres (500 square miles)", "396-9", "11 years ago", "-5°C", "half a million", "²⁄₃",
    "U.S.", "a.m.", "J. R. R. Tolkien", "?” he said", "...", "…", "!!", "Mr. ", "No. ", "St. ",
    "\x1b[2J", "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "\x1bP+q\x1b\\",
    "\x9b31m", "\x00", "\x07", "\x08", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\t", "\x7f",
    "\ufeff", "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\u200e", "\u00ad", "\ufe0f", "\U000e0041",
    "\ud800", "Z\u0300\u0301\u0302\u0489" * 3, "שלום עולם", "مرحبا", "日本語の記事。「引用」", "สวัสดี",
    "👩\u200d👩\u200d👧", "🇺🇦", "٣", "ß", "İ", "ﬁ", "[red]", "[/]", "[@click=app.quit]x[/]", "\\[", "$x",
    "<script>alert(1)</script>", "<!--", "]]>", "<img src=x onerror=alert(1)>", "&lt;", "&#0;", "</script>",
    "javascript:alert(1)", "=1+1", "|", "```", "[a](javascript:b)", "{", "}", "%s", "%n", "\\", "'", '"', "«",
    ":smile:", "»", "„", "–", "—", "-", "(", ")", ",", ";", ":", "$", "€", "0", "9" * 30,
]
# fmt: on
