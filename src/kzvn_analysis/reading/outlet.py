"""Tell which outlet or agency an article credits itself to, and the city of its dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ..seeds import Article
from . import gated as re
from .date_lines import own_date_lines, place_in
from .dateline import Dateline, match_dateline
from .fold import fold
from .model import Passage
from .names import Names
from .outlet_lines import ENDING, SITE, from_lines, in_small_letters, is_office
from .outlets import is_quoted, known_outlet, spellings

_REPORTS = re.compile(
    r"(?:['’]s)?(?:\s+(?:news agency|agency|newspaper|online|own))?(?:\s+(?:correspondents?|reporters?))?"
    r"\s+(?:reports?(?!\s+(?:that\s+)?(?:by|on|from|of|for|says?)\b)|informs|has\s+(?:learnt|learned|been\s+(?:told|informed))|learnt|learned"
    r"|quotes|cites|(?:has\s+)?(?:earlier|previously|already)\s+reported|reported\s+(?:earlier|previously))\b"
)
_SELECTS = re.compile(  # a row of blanks is tried once, from its start
    r"(?<!\s)\s+(?:has\s+|have\s+)?(?:selected|compiled|gathered|picked|rounded\s+up|(?:rounds?|wraps?|sums?)\s+up|recaps?|recalls|summari[sz]es|lists|collects|looks?\s+(?:through|at|back|into)|presents?|offers?|brings?\s+(?:you|together)"
    r"|takes\s+a\s+(?:look|closer\s+look)|spoke\s+(?:to|with)|talked\s+(?:to|with)|sat\s+down\s+with|interviewed|asked|explores?|reviews?|publishes)\b"
)
_INTERVIEW = re.compile(
    r"\b(?:(?:[Ii]n\s+an?\s+(?:[\w.-]+\s+){0,3}?interview\s+(?:with|to|for|granted\s+to|given\s+to)|(?:granted|gave)\s+(?:an?\s+)?(?:exclusive\s+)?interview\s+to"
    r"|talked\s+(?:to|with)|spoke\s+(?:to|with)|told|interviewed\s+by|in\s+(?:a\s+)?(?:conversation|talk)\s+with)"
    r"|in\s+(?:a\s+|his\s+|her\s+|an\s+)?(?:\w+\s+)?(?:comments?|remarks?|response|reply|replies|e-?mail|statement|interview|column|op-ed)\s+(?:to|for|with)"
    r"|(?:speaking|talking)\s+(?:to|with)|exclusive(?:ly)?\s+(?:for|to)|(?:special(?:ly)?\s+)?written\s+for)\s+(?:the\s+|a\s+)?(?:news\s+agency\s+|newspaper\s+|reporters?\s+(?:of|from)\s+)?"
)
_TELLS = ("report", "inform", "learn", "been told", "quotes", "cites", "wrote")
_REPORTED_BY = re.compile(r"(?:reports?|(?:[Pp]reviously|[Ee]arlier)\s+reported\s+by)\s+(?:the\s+)?$")
_REPORT_ENDS = re.compile(r"(?=[.,]?(?:\s|$))")
_EARLIER = re.compile(r"(?:[Ee]arlier|[Pp]reviously),?\s+$")
_REPORTED = re.compile(r"\s+(?:has\s+|had\s+)?(?:reported|wrote)")
_WITHIN = re.compile(r"[\w.]")  # what before a name makes it a part of a longer word
_ADDRESS = re.compile(rf"(?<![\w.@]){SITE}")


def find_outlet(article: Article, passages: Sequence[Passage]) -> str | None:
    """The outlet or agency that credits itself; the sidecar wins over the text.

    Parameters
    ----------
    article
    passages
        As `find_passages` gives them.

    Returns
    -------
    str or None
        The usual name of a known outlet, another one's as the text writes it.  Those that an
        article merely quotes ("according to X", "X reported on Monday") are not meant.
    """
    if article.outlet:
        return article.outlet
    text = article.text
    return (
        _from_dateline(text, passages)
        or from_lines(text, passages, "masthead")
        or from_lines(text, passages, "date")
        or _from_news(text, passages)
        or from_lines(text, passages, "source")
        or from_lines(text, passages, "title")
        or _from_interview(text, passages)
        or from_lines(text, passages, "notice")
    )


def find_dateline(text: str, passages: Sequence[Passage]) -> str | None:
    """The city of the dateline, in normal spelling; `; ` between several."""
    for dateline in _datelines(text, passages):
        if dateline.place:
            cities = re.split(r"\s?/\s?", text[dateline.place.start : dateline.place.end])
            return "; ".join(_normal(text, " ".join(city.split()).strip(" .,")) for city in cities)
    for line in own_date_lines(text, passages):
        span = place_in(text, line)
        if span:
            return _normal(text, text[slice(*span)])
    return None


def first_dateline(text: str, passages: Sequence[Passage]) -> Dateline | None:
    """The article's own dateline, with its parts."""
    return next(iter(_datelines(text, passages)), None)


def _datelines(text: str, passages: Sequence[Passage]) -> Iterator[Dateline]:
    for passage, after in zip(passages, passages[1:], strict=False):
        if passage.kind == "dateline":
            found = match_dateline(text, passage.start, after.end)
            if found:
                yield found
            if passage.section:
                return


def _normal(text: str, name: str) -> str:
    """A name in capitals as the text writes it elsewhere, or else each word with one large letter."""
    if not name.isupper():
        return name
    elsewhere = None
    if text.lower().count(name.lower()) > text.count(name):  # only then a long text is looked through
        elsewhere = re.search(rf"(?<!\w)(?!{re.escape(name)}){re.escape(name)}(?!\w)", text, re.I)
    if elsewhere and elsewhere[0][0].isupper():
        return " ".join(elsewhere[0].split())
    return in_small_letters(name)


def _from_dateline(text: str, passages: Sequence[Passage]) -> str | None:
    for dateline in _datelines(text, passages):
        if dateline.outlet:
            name = " ".join(text[dateline.outlet.start : dateline.outlet.end].split()).strip(" .")
            if is_office(name):
                continue
            first = next((known_outlet(part) for part in name.split("/") if known_outlet(part)), None)
            return known_outlet(name) or first or name
    return None


def _from_news(text: str, passages: Sequence[Passage]) -> str | None:
    """ "Trend reports", "Kazinform has learnt", "The Astana Times has selected"."""
    news = [_folded(text, p) for p in passages if p.kind == "body"]
    for passage in news[:3]:
        if not _may_name(passage) or not _SELECTS.search(passage):
            continue
        for start, end in _named(passage):
            if _SELECTS.match(passage, end):
                return _name(passage[start:end])
    found = {_name(passage[start:end]) for passage in news for start, end in _reporting(passage)}
    found = {name for name in found if not is_office(name)}
    return found.pop() if len(found) == 1 else None


def _reporting(passage: str) -> Iterator[tuple[int, int]]:
    """Where an outlet stands that reports: "X reports", "reports X", "earlier X wrote"."""
    if not any(word in passage for word in _TELLS) or not _may_name(passage):
        return
    done = 0
    for start, end in _named(passage):
        if start < done:
            continue
        tail = _REPORTS.match(passage, end)
        if tail or _REPORTED_BY.search(passage, max(0, start - 28), start) and _REPORT_ENDS.match(passage, end):
            done = tail.end() if tail else end
            yield start, end
        elif _EARLIER.search(passage, max(0, start - 20), start) and _REPORTED.match(passage, end):
            done = end
            yield start, end


def _from_interview(text: str, passages: Sequence[Passage]) -> str | None:
    """ "talked to Viet Nam News reporter", "told The Astana Times": where no second outlet was spoken to."""
    found = set()
    for passage in (_folded(text, p) for p in passages if p.kind in ("body", "subhead", "title")):
        asked = {m.end() for m in _INTERVIEW.finditer(passage)} if _may_name(passage) else None
        found |= {_name(passage[start:end]) for start, end in _named(passage) if start in asked} if asked else set()
    found = {name for name in found if not is_quoted(name)}
    return found.pop() if len(found) == 1 else None


def _named(passage: str) -> list[tuple[int, int]]:
    """Where known outlets and addresses of sites stand in folded text, a known one before the address that it is."""
    spans = [(start, end) for start, end, _ in _known().find(passage) if not _WITHIN.match(passage[start - 1 : start])]
    if "." in passage:
        spans += [match.span() for match in _ADDRESS.finditer(passage) if match.span() not in spans]
    return sorted(spans, key=lambda span: span[0])


def _may_name(passage: str) -> bool:
    """Whether `_named` may find anything; told sooner than what it finds."""
    return _known().may_stand_in(passage) or ENDING.search(passage) is not None


@cache
def _known() -> Names[None]:
    return Names({fold(name).text.strip("/"): None for name in spellings()}, after=r"[\w-]")


def _folded(text: str, passage: Passage) -> str:
    return fold(text[passage.start : passage.end]).text


def _name(written: str) -> str:
    return known_outlet(written) or " ".join(written.split())
