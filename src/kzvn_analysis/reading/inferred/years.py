"""The years a text names: told as past, as ahead, or as the one it was written in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from .. import gated as re
from ..model import Sentence
from ..written_dates import MONTHS
from .evidence import YEAR, Evidence, proof

FUTURE = re.compile(
    r"\b(?=[A-Za-z])(?:will|would|shall|won't|going\s+to|to\s+be|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|anticipat(?:es|ed|ing)|aim(?:s|ed|ing)?|targets?|targeted"
    r"|hop(?:e|es|ed|ing)|intend(?:s|ed|ing)?|wants?|wish(?:es)?|predict(?:s|ed)?|project(?:s|ed)\s+(?:to|that)|pledg(?:es|ed)\s+to"
    r"|promis(?:es|ed)\s+to|agreed\s+to|decided\s+to|vow(?:s|ed)\s+to|ready\s+to|invit\w+[^,;]{0,80}\sto|envisag\w+|foresees?|scheduled|due|set\s+for|striv(?:e|ing)"
    r"|(?:contracts?|deals?|expedient|appropriate|advisable|necessary|bids?|tasks?[^.;]{0,40}\sis|(?:made|took)\s+(?:a|the)\s+decision)\s+(?:for\s+[^,;]{2,60}\s)?to|goals?|upcoming|forecasts?|proposed?|proposes|could"
    r"|might|should|pencilled|slated|vision|strategy|programme|program|(?:is|are|was|were)\s+to\s+\w+|readiness"
    rf"|(?:by|until|till)\s+(?:the\s+end|early|late|mid|{YEAR}))\b|\bmay\s+(?!{YEAR}|\d)"
)
PAST_VERB = re.compile(
    r"\b(?=\w)(?:was|were|had|has|have|did|fell|grew|rose|stood|made|came|went|saw|took|became|began|sold|bought|sent|hit|got|drew|ran|flew|left|led|spoke|told|sat|put"
    r"|met|paid|held|gave|signed|brought|shrank|sank|dropped|\w{2,}ed)\b",
    re.I,
)
_COUNTED = r"(?:%|percent|per cent|tons?|tonnes|people|companies|MW|km|hectares|mln|bln|million|billion)"
_NAMED = re.compile(
    rf"(?<![\d$€£.,–-])(?<!US\$)(?<!\d\s[–—-]\s)(?<!(?i:expo)\s)\b(?P<year>{YEAR})\b(?!\s*[-–—/]\s*\d)(?![,.]\d|\s*{_COUNTED})"
)
_TOWARDS = re.compile(
    r"\b(?:for|by|until|till|towards?|before|beyond|through|(?:starting|beginning|effective)\s+(?:from|in|with))\s+"
    r"(?:the\s+(?:year\s+)?)?$",
    re.I,
)
_CLAUSE = re.compile(r"[;:()]|,\s+(?:while|and|but|which|who|where|as|with)\b|\bwhile\b|(?<![A-Z])\.\s")
_REACH = 200  # how far from a year the words that date it stand, at most
_AHEAD = re.compile(
    r"\b(?=[a-z])(?:will|to\s+be|expect(?:s|ed|ing)?|due|scheduled|planned|(?:plans?|intends?|hopes?|aims?)\s+to|slated|is\s+set|are\s+set"
    r"|forecast|projected)\b[^.;]{0,160}?\b(?:in|by\s+the\s+end\s+of|by|of|for)\s+"
    rf"(?:early\s+|late\s+|mid-)?(?P<year>{YEAR})\b(?!\s?[-–/]\s?\d)",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:rose|grew|fell|was|were|reached|stood|amounted|increased|total?led|had|came|hit|saw|exceeded|signed|visited|opened)\b",
    re.I,
)
_CALLED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"({YEAR})(?<!\w\d{{4}})(?<!in\s\d{{4}})(?<!since\s\d{{4}})(?<!of\s\d{{4}})(?<!until\s\d{{4}})\s+(?:marks?|is\s+(?:the|an?|also)|has\s+been"
        r"|will\s+(?:mark|be\s+(?:the|an?)))\b",
        rf"\bthis\s+year\s*[,(]\s*({YEAR})\b",
        rf"\b({YEAR})\s*\(this\s+year\)",
        rf"\bcurrent\s+year,?\s+\(?({YEAR})\b",
        rf"\bso\s+far\s+in\s+({YEAR})\b",
        rf"\b(?:spoke|talked|talks|interview)\b[^.;]{{0,90}}\b(?:state|course|development|results)\b[^.;]{{0,60}}\bin\s+({YEAR})(?=[.])",
        rf"\b({YEAR})\s+so\s+far\b",
        rf"(?<![\w,]\s)\bIn\s+({YEAR}),\s+(?:the\s+)?[\w\s]{{2,40}}?\s(?:is|are)\s+\w+ing\b",
        rf"\bthis\s+(?:{MONTHS}|spring|summer|autumn|fall|winter)\s+(?:of\s+)?({YEAR})\b",
    )
)
_THIS = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _CALLED), re.I)
_ANY = re.compile(rf"{YEAR}|2100").compiled()  # asking for its words first would take longer
_REST = re.compile(r"[^,;]{0,120}(?=[,;]|[.!?]$)")


def called_this(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """ "2025 marks …", "this year (2025)", "so far in 2025"."""
    for sentence in sentences:
        if not any(pattern.search(sentence.text) for pattern in _CALLED):  # each asks for its own words first
            continue
        for match in _THIS.finditer(sentence.text):
            rest = _REST.match(sentence.text, match.end())
            year = next(int(group) for group in match.groups() if group)
            yield proof(sentence, year, match.start(), rest.end() if rest else match.end())


def told_and_ahead(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """What has happened in a year that still has something ahead was written in it."""
    if not past or past != future:
        return
    for sentence in sentences:
        if any(year == past for year, _ in years(sentence)) and PAST_VERB.search(sentence.text):
            yield proof(sentence, past, 0, len(sentence.text))
            return


def naming_years(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Those that any year stands in."""
    return [sentence for sentence in sentences if _ANY.search(sentence.text)]


def bounds(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """The latest year told as past, and the earliest that lies ahead at its end; 0 where there is none."""
    future, named = 0, []
    for sentence in sentences:
        for match in _AHEAD.finditer(sentence.text):
            if _TOLD.search(match[0]):
                continue
            future = min(future or int(match["year"]), int(match["year"]))
        named += years(sentence)
    # the latest first: of the others nothing need be known
    past = next((year for year, clause in sorted(named, key=itemgetter(0), reverse=True) if is_past(clause)), 0)
    return past, future if future >= past else 0


def is_past(clause: str) -> bool:
    """Whether a clause tells of something that has happened."""
    # a clause is asked but once: telling its words first would take longer
    return not FUTURE.compiled().search(clause) and bool(PAST_VERB.compiled().search(clause))


def years(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Every year that a sentence names as a time, not as a mark to reach, with the clause it stands in."""
    text = sentence.text
    cuts = None
    for match in _NAMED.finditer(text):
        if _TOWARDS.search(text, max(0, match.start() - 20), match.start()):
            continue
        if cuts is None:
            cuts = [0, *(cut.start() for cut in _CLAUSE.finditer(text)), len(text)]
        left, right = cuts[bisect_right(cuts, match.start()) - 1], cuts[bisect_left(cuts, match.end())]
        if right - left < 15:  # "(2012)" alone tells nothing
            left, right = 0, len(text)
        yield int(match["year"]), text[max(left, match.start() - _REACH) : min(right, match.end() + _REACH)]
