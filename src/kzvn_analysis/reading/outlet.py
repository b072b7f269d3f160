"""Tell which outlet or agency an article credits itself to, and the city of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..seeds import Article
from .boilerplate import is_issue_line
from .dateline import Dateline, match_dateline
from .fold import fold
from .lexicon import alternation
from .model import Passage
from .outlets import is_quoted, known_outlet, spellings

_SITE = r"(?:[A-Za-z0-9-]+\.)+(?:kz|vn|com|az|uz|kg|tm|org|net|news|media|ru|cn|eu|int|info|tv|Az|KZ|VN|UZ)"
_REPORTS = (
    r"(?:['’]s)?(?:\s+(?:news agency|agency|newspaper|online|own))?(?:\s+(?:correspondents?|reporters?))?"
    r"\s+(?:reports?(?!\s+(?:that\s+)?(?:by|on|from|of|for|says?)\b)|informs|has\s+(?:learnt|learned|been\s+(?:told|informed))|learnt|learned"
    r"|quotes|cites|(?:has\s+)?(?:earlier|previously|already)\s+reported|reported\s+(?:earlier|previously))\b"
)
_SELECTS = (
    r"\s+(?:has\s+|have\s+)?(?:selected|compiled|gathered|picked|rounded\s+up|looks?\s+(?:through|at|back|into)|presents?|offers?|brings?\s+(?:you|together)"
    r"|takes\s+a\s+(?:look|closer\s+look)|spoke\s+(?:to|with)|talked\s+(?:to|with)|sat\s+down\s+with|interviewed|asked|explores?|reviews?|publishes)\b"
)
_INTERVIEW = (
    r"\b(?:(?:in\s+an?\s+(?:exclusive\s+|recent\s+|written\s+)?interview\s+(?:with|to|for|granted\s+to|given\s+to)|(?:granted|gave)\s+(?:an?\s+)?(?:exclusive\s+)?interview\s+to"
    r"|talked\s+(?:to|with)|spoke\s+(?:to|with)|told|interviewed\s+by|in\s+(?:a\s+)?(?:conversation|talk)\s+with)"
    r"|exclusive(?:ly)?\s+(?:for|to)|(?:special(?:ly)?\s+)?written\s+for)\s+(?:the\s+|a\s+)?(?:news\s+agency\s+|newspaper\s+|reporters?\s+(?:of|from)\s+)?"
)
_SOURCE = re.compile(r"\W*Sources?\s*[:–—-]\s*(?P<name>[^\n]{2,80}?)\W*$", re.I)
_SIGN_OFF = re.compile(r"(?:[—–-]\s*|\(|\./\.\s*|/\s*)(?P<name>[A-Z][\w./ ]{1,30}?)\)?[./]*$")


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
    for found in (
        _from_dateline,
        _from_news,
        _from_masthead,
        _from_source,
        _from_sign_off,
        _from_interview,
        _from_notices,
    ):
        name = found(article.text, passages)
        if name:
            return name
    return None


def find_dateline(text: str, passages: Sequence[Passage]) -> str | None:
    """The city of the dateline, in normal spelling; `; ` between several."""
    for dateline in _datelines(text, passages):
        if dateline.place:
            cities = re.split(r"\s?/\s?", text[dateline.place.start : dateline.place.end])
            return "; ".join(_normal(text, " ".join(city.split()).strip(" .,")) for city in cities)
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
    elsewhere = re.search(rf"(?<!\w)(?!{re.escape(name)}){re.escape(name)}(?!\w)", text, re.I)
    if elsewhere and elsewhere[0][0].isupper():
        return " ".join(elsewhere[0].split())
    return re.sub(r"[^\W\d_][^\s-]*", lambda m: m[0][0].upper() + m[0][1:].lower(), name)


def _from_dateline(text: str, passages: Sequence[Passage]) -> str | None:
    for dateline in _datelines(text, passages):
        if dateline.outlet:
            name = " ".join(text[dateline.outlet.start : dateline.outlet.end].split()).strip(" .")
            first = next((known_outlet(part) for part in name.split("/") if known_outlet(part)), None)
            return known_outlet(name) or first or name
    return None


@cache
def _patterns() -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """An outlet that reports; that presents its selection; that was spoken to."""
    names = (
        rf"(?P<name>(?<![\w.]){alternation(fold(n).text for n in spellings())}(?![\w-])|(?<![\w.@]){_SITE})"
    )
    after, earlier = names.replace("name", "after", 1), names.replace("name", "earlier", 1)
    reports = re.compile(
        rf"{names}{_REPORTS}|reports?\s+(?:the\s+)?{after}(?=[.,]?(?:\s|$))"
        rf"|(?:[Ee]arlier|[Pp]reviously),?\s+{earlier}\s+(?:has\s+|had\s+)?(?:reported|wrote)"
    )
    selects = re.compile(names + _SELECTS)
    interview = re.compile(_INTERVIEW + names)
    return reports, selects, interview


def _from_news(text: str, passages: Sequence[Passage]) -> str | None:
    """ "Trend reports", "Kazinform has learnt", "The Astana Times has selected"."""
    news = [p for p in passages if p.kind == "body"]
    reports, selects, _ = _patterns()
    for passage in news[:3]:
        match = selects.search(_folded(text, passage))
        if match:
            return _name(match["name"])
    found: list[str] = []
    for passage in news:
        for match in reports.finditer(_folded(text, passage)):
            name = match["name"] or match["after"] or match["earlier"]
            if name:
                found.append(_name(name))
    return found[0] if found and len(set(found)) == 1 else None


def _from_masthead(text: str, passages: Sequence[Passage]) -> str | None:
    """The name above a newsletter's issue line."""
    heads = [text[p.start : p.end] for p in passages[:4] if p.kind == "header"]
    for above, below in zip(heads, heads[1:], strict=False):
        if is_issue_line(below) and not re.search(r"\d{4}", above):
            return known_outlet(above) or (_normal("", above) if above.isupper() else above)
    return None


def _from_source(text: str, passages: Sequence[Passage]) -> str | None:
    """A line "Source: VNA"."""
    for passage in reversed(passages):
        if passage.kind != "credit":
            continue
        match = _SOURCE.match(text[passage.start : passage.end])
        if match:
            name = " ".join(match["name"].split())
            if known_outlet(name):
                return known_outlet(name)
            first = re.split(r"[,;/]| and ", name)[0].strip()
            if known_outlet(first) or re.fullmatch(_SITE, re.sub(r"^(?:https?://)?(?:www\.)?", "", first)):
                return known_outlet(first) or first
            if re.search(
                r"\b(?:News|Times|Agency|Press|Post|Herald|Daily|Journal|Gazette|Tribune|Newspaper|Online|Media|TV|Radio)\b",
                name,
            ):
                return name
    return None


def _from_sign_off(text: str, passages: Sequence[Passage]) -> str | None:
    """ "— VNS" or "(VNA)" after the last sentence, or on a line of its own."""
    for passage in reversed(passages):
        if passage.kind == "credit":
            whole = known_outlet(text[passage.start : passage.end].strip(" ()[]—–-/."))
            if whole:
                return whole
    for passage in [p for p in passages if p.kind == "body"][-1:]:
        tail = text[max(passage.start, passage.end - 40) : passage.end]
        match = _SIGN_OFF.search(tail)
        if match and known_outlet(match["name"]):
            return known_outlet(match["name"])
    return None


def _from_interview(text: str, passages: Sequence[Passage]) -> str | None:
    """ "talked to Viet Nam News reporter", "told The Astana Times": where no second outlet was spoken to."""
    *_, interview = _patterns()
    news = [p for p in passages if p.kind in ("body", "subhead", "title")]
    found = [_name(match["name"]) for p in news for match in interview.finditer(_folded(text, p))]
    found = [name for name in found if not is_quoted(name)]
    return found[0] if found and len(set(found)) == 1 else None


def _from_notices(text: str, passages: Sequence[Passage]) -> str | None:
    """ "© 2025 The Astana Times", "Subscribe to Kazinform on Telegram"."""
    for passage in passages:
        if passage.kind == "notice":
            line = text[passage.start : passage.end]
            match = _in_notice().search(fold(line).text)
            if match:
                return _name(match["name"])
    return None


@cache
def _in_notice() -> re.Pattern:
    names = alternation(fold(n).text for n in spellings())
    return re.compile(
        rf"(?:©|\(c\)|[Cc]opyright|[Ss]ubscribe\s+to|[Ff]ollow|[Jj]oin|citing|materials\s+(?:of|from)).{{0,40}}?(?<![\w.])(?P<name>{names})(?![\w-])"
    )


def _folded(text: str, passage: Passage) -> str:
    return fold(text[passage.start : passage.end]).text


def _name(written: str) -> str:
    return known_outlet(written) or " ".join(written.split())
