"""Units of measure and money: their spellings, and factors that make them comparable."""

from __future__ import annotations

from dataclasses import dataclass

from tui.language.values.model import QuantityKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure."""

    name: str
    """Normalised name."""
    kind: QuantityKind
    dimension: str
    """Only units of one dimension are comparable."""
    factor: float
    """Size in the dimension's base unit."""


def _table(*rows: tuple[str, QuantityKind, str, float, str]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    units, spellings = {}, {}
    for name, kind, dimension, factor, words in rows:
        unit = Unit(name, kind, dimension, factor)
        units[name] = unit
        for word in (name, *words.split()):
            spellings[word] = unit
    return units, spellings


BY_NAME, SPELLINGS = _table(
    ("second", "duration", "time", 1 / 86400, "seconds sec secs"),
    ("minute", "duration", "time", 1 / 1440, "minutes min mins"),
    ("hour", "duration", "time", 1 / 24, "hours hr hrs"),
    ("day", "duration", "time", 1.0, "days"),
    ("week", "duration", "time", 7.0, "weeks"),
    ("fortnight", "duration", "time", 14.0, "fortnights"),
    ("month", "duration", "time", 30.44, "months"),
    ("year", "duration", "time", 365.25, "years yr yrs"),
    ("decade", "duration", "time", 3652.5, "decades"),
    ("century", "duration", "time", 36525.0, "centuries"),
    ("mm", "measure", "length", 0.001, "millimetre millimetres millimeter millimeters"),
    ("cm", "measure", "length", 0.01, "centimetre centimetres centimeter centimeters"),
    ("metre", "measure", "length", 1.0, "metres meter meters"),
    ("km", "measure", "length", 1000.0, "kilometre kilometres kilometer kilometers kms"),
    ("mile", "measure", "length", 1609.34, "miles mi"),
    ("nautical mile", "measure", "length", 1852.0, ""),
    ("foot", "measure", "length", 0.3048, "feet ft"),
    ("inch", "measure", "length", 0.0254, "inches"),
    ("yard", "measure", "length", 0.9144, "yards yd yds"),
    ("kg", "measure", "mass", 1.0, "kilogram kilograms kilo kilos kilogramme kilogrammes kgs"),
    ("gram", "measure", "mass", 0.001, "grams gramme grammes"),
    ("tonne", "measure", "mass", 1000.0, "tonnes ton tons"),
    ("pound", "measure", "mass", 0.4536, "pounds lb lbs"),
    ("ounce", "measure", "mass", 0.02835, "ounces oz"),
    ("stone", "measure", "mass", 6.35, ""),
    ("hectare", "measure", "area", 1e4, "hectares ha"),
    ("acre", "measure", "area", 4046.86, "acres"),
    ("km²", "measure", "area", 1e6, "km2 sqkm"),
    ("mile²", "measure", "area", 2589988.0, ""),
    ("metre²", "measure", "area", 1.0, "m² m2"),
    ("foot²", "measure", "area", 0.0929, "sqft"),
    ("litre", "measure", "volume", 1.0, "litres liter liters"),
    ("gallon", "measure", "volume", 3.785, "gallons"),
    ("barrel", "measure", "volume", 158.99, "barrels"),
    ("km/h", "measure", "speed", 1.0, "kph kmh"),
    ("mph", "measure", "speed", 1.60934, ""),
    ("knot", "measure", "speed", 1.852, "knots"),
    ("megawatt", "measure", "power", 1.0, "megawatts mw"),
    ("gigawatt", "measure", "power", 1000.0, "gigawatts gw"),
    ("gauge", "measure", "gauge", 1.0, ""),
    ("degree", "measure", "angle", 1.0, "degrees"),
)

CURRENCIES = {
    "$": "usd",
    "us$": "usd",
    "usd": "usd",
    "dollar": "usd",
    "dollars": "usd",
    "bucks": "usd",
    "€": "eur",
    "eur": "eur",
    "euro": "eur",
    "euros": "eur",
    "£": "gbp",
    "gbp": "gbp",
    "sterling": "gbp",
    "¥": "jpy",
    "yen": "jpy",
    "jpy": "jpy",
    "₹": "inr",
    "rs": "inr",
    "inr": "inr",
    "rupee": "inr",
    "rupees": "inr",
    "₽": "rub",
    "rub": "rub",
    "rouble": "rub",
    "roubles": "rub",
    "ruble": "rub",
    "rubles": "rub",
    "₴": "uah",
    "hryvnia": "uah",
    "hryvnias": "uah",
    "yuan": "cny",
    "renminbi": "cny",
    "won": "krw",
    "₩": "krw",
    "franc": "chf",
    "francs": "chf",
    "peso": "peso",
    "pesos": "peso",
    "krona": "sek",
    "kronor": "sek",
    "cent": "cent",
    "cents": "cent",
    "pence": "penny",
}
"""Currencies by sign, code and name; `dollar` alone is taken for the US dollar."""

PREFIXED_DOLLARS = {
    "a": "aud",
    "au": "aud",
    "c": "cad",
    "ca": "cad",
    "nz": "nzd",
    "hk": "hkd",
    "s": "sgd",
    "us": "usd",
}
"""Letters before a dollar sign: `A$`, `C$`."""
DOLLAR_COUNTRIES = {
    "australian": "aud",
    "canadian": "cad",
    "us": "usd",
    "american": "usd",
    "singapore": "sgd",
}

SQUARE = {"km": "km²", "mile": "mile²", "metre": "metre²", "foot": "foot²"}


def dimension(unit: str) -> str:
    """The dimension of a unit by its normalised name, `` for anything else."""
    return BY_NAME[unit].dimension if unit in BY_NAME else ""


def in_base(value: float, unit: str) -> float:
    """A value in the base unit of its dimension."""
    return value * BY_NAME[unit].factor if unit in BY_NAME else value
