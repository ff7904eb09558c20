"""English verbs of one act, in the words of one report or another: who checked in has entered."""

from __future__ import annotations

import re

_FAMILIES: tuple[str, ...] = (
    r"(?:re-?)?enter(?:s|ed|ing)?|check(?:s|ed|ing)? (?:(?:him|her|them)sel(?:f|ves) )?in(?: ?to)?"
    r"|settl(?:e|es|ed|ing) in(?: ?to| at)?|(?:been|was|were|is|are) admitted (?:in)?to"
    r"|mov(?:e|es|ed|ing) in(?: ?to)?",
    r"visit(?:s|ed|ing)?|travel(?:s|led|ling|ed|ing)? to"
    r"|(?:go|goes|going|went|gone|been|came|come|coming) to",
    r"me(?:e)?t(?:s|ing)?(?: with)?|(?:spoke|spoken|speaks?|speaking|talk(?:s|ed|ing)?) (?:to|with)",
    r"marr(?:y|ies|ied|ying)|wed(?:s|ded|ding)?",
    r"buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|t(?:ake|akes|ook|aken|aking) over",
    r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|sl(?:ay|ew|ain|aying)",
    r"attack(?:s|ed|ing)?|str(?:ike|ikes|uck|iking)|bomb(?:s|ed|ing)?|hit(?:s|ting)?",
    r"sack(?:s|ed|ing)?|fir(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?",
    r"hir(?:e|es|ed|ing)|appoint(?:s|ed|ing)?|recruit(?:s|ed|ing)?",
    r"join(?:s|ed|ing)?|sign(?:s|ed|ing)? (?:for|with)",
    r"le(?:ave|aves|aving|ft)|quit(?:s|ting)?|depart(?:s|ed|ing)?(?: from)?|fl(?:ee|ees|ed|eeing)",
    r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|captur(?:e|es|ed|ing)|apprehend(?:s|ed|ing)?",
    r"releas(?:e|es|ed|ing)|free(?:s|d|ing)?",
    r"support(?:s|ed|ing)?|back(?:s|ed|ing)?|endors(?:e|es|ed|ing)",
    r"call(?:s|ed|ing)?|phon(?:e|es|ed|ing)|telephon(?:e|es|ed|ing)",
    r"attend(?:s|ed|ing)?|(?:take|takes|took|taken|taking) part in|participat(?:e|es|ed|ing) in",
)
"""What is done to somebody or at some place, in all forms of the verbs. Our own list, of what news tells
most often."""
_OBJECT = r" (?:(?:the|a|an|his|her|their|its) )?(?P<object>[A-Z]\w+(?: (?!\w{3,6}day\b)[A-Z]\w+){0,3})"
ACTS = tuple(
    re.compile(rf"\b(?i:{family}){_OBJECT}".replace(" ", r"\s"))  # lines may be broken anywhere
    for family in _FAMILIES
)
"""Each family with a name as its object."""
