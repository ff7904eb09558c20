"""Typed values of a text: quantities, dates, names and quotations, and how two of them relate.

A small grammar of our own: the libraries for numbers, dates and units fail on news prose.
"""

from tui.language.values.compare import compare_dates, compare_quantities
from tui.language.values.dates import dates
from tui.language.values.model import Agreement, DateValue, Name, NameCluster, Quantity, QuoteSpan
from tui.language.values.quantities import quantities

__all__ = [
    "Agreement",
    "DateValue",
    "Name",
    "NameCluster",
    "Quantity",
    "QuoteSpan",
    "compare_dates",
    "compare_quantities",
    "dates",
    "quantities",
]
