"""Values as one normalised string each, for reports."""

from __future__ import annotations

from math import inf

from tui.language.values.model import DateValue, Quantity

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def quantity_normal(q: Quantity) -> str:
    """`30 day`, `USD 1.2e9`, `>=400 palestinian`, `24..99`, `396-9`, `15:00`."""
    if q.kind == "score":
        return f"{_figure(q.value)}-{_figure(q.second or 0)}"
    if q.kind == "time":
        return f"{_prefix(q)}{int(q.value) // 60:02d}:{int(q.value) % 60:02d}"
    if q.kind == "ordinal":
        return f"#{_figure(q.value)} {q.unit}"
    if q.hedge in {"between", "vague"}:
        amount = f"{_figure(q.low)}..{_figure(q.high) if q.high < inf else ''}"
    else:
        amount = _prefix(q) + _figure(q.value)
    if q.kind == "money":
        return f"{q.unit.upper()} {amount}"
    if q.kind == "percent":
        return amount + "%"
    if q.kind == "age":
        return f"{amount} {q.unit} old"
    return f"{amount} {q.unit}".strip()


def _prefix(q: Quantity) -> str:
    if q.hedge == "at least":
        return ">=" if q.low >= q.value and q.low == q.value else ">"
    return {"at most": "<=", "about": "~"}.get(q.hedge, "")


def _figure(value: float) -> str:
    """Plain up to a million, then with an exponent: `1300`, `5.9`, `1.2e9`."""
    if value >= 1e6:
        digits, _, exponent = f"{value:.12e}".partition("e")
        digits = digits.rstrip("0").rstrip(".")
        return f"{digits}e{int(exponent)}"
    return f"{value:.3f}".rstrip("0").rstrip(".")


def date_normal(d: DateValue) -> str:
    """`2025-02-28`, `2007-06`, `--02-28` without a year, `tuesday`, `-11 year`."""
    if d.first and d.last and (d.precision in {"week", "season"} or _is_range(d)):
        return f"{d.first.isoformat()}/{d.last.isoformat()}"
    if d.precision == "decade" and d.year is not None:
        return f"{d.year}s"
    if d.precision == "century" and d.year is not None:
        return f"{d.year // 100 + 1}th century"
    if d.year is None and d.month is None:
        day = _WEEKDAYS[d.weekday] if d.weekday is not None else ""
        return f"{d.relative} {day}".strip()
    parts = [f"{d.year:04d}" if d.year is not None else "-"]
    if d.month is not None:
        parts.append(f"{d.month:02d}")
    if d.day is not None:
        parts.append(f"{d.day:02d}")
    return "-".join(parts)


def _is_range(d: DateValue) -> bool:
    return (d.precision == "day" and d.first != d.last) or (
        d.precision == "year" and d.first is not None and (d.last is not None and d.first.year != d.last.year)
    )
