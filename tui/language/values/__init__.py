"""Typed values of a text: quantities, dates, names and quotations, and how two of them relate.

A small grammar of our own: the libraries for numbers, dates and units fail on news prose.
"""

from tui.language.values.attributions import attributions
from tui.language.values.casing import CasedWords
from tui.language.values.compare import compare_dates, compare_quantities, far_apart
from tui.language.values.dates import dates, drafts
from tui.language.values.few import few
from tui.language.values.model import (
    Agreement,
    Attribution,
    DateValue,
    Name,
    NameCluster,
    Quantity,
    QuoteSpan,
)
from tui.language.values.names import names
from tui.language.values.quantities import quantities
from tui.language.values.quotations import quotations
from tui.language.values.quote_compare import (
    QuoteComparison,
    compare_quotations,
    compare_quoted,
    quoted_words,
)
from tui.language.values.resolve import compare_names, resolve_names
from tui.language.values.speakers import SpeechNames

__all__ = [
    "Agreement",
    "Attribution",
    "CasedWords",
    "DateValue",
    "Name",
    "NameCluster",
    "Quantity",
    "QuoteComparison",
    "QuoteSpan",
    "SpeechNames",
    "attributions",
    "compare_dates",
    "compare_names",
    "compare_quantities",
    "compare_quotations",
    "compare_quoted",
    "dates",
    "drafts",
    "far_apart",
    "few",
    "names",
    "quantities",
    "quotations",
    "quoted_words",
    "resolve_names",
]
