"""Tell whose exports or imports a figure is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from ...reading import Reading, lexicon
from ...reading import gated as re
from .line import Line, Mark
from .pair import PAIR, country, partner
from .row import Statement
from .ties import places_after, places_before
from .vocabulary import PACKAGE


def own_statements(line: Line, statements: Sequence[Statement], fallback: Callable[[Statement], str | None]) -> None:
    """Fill in `reporter` of exports and imports.

    First by the words beside the trade word, then by the other figures of the line, by the side from which
    the line tells of trade, and last by `fallback`.
    """
    trade = [s for s in statements if s.flow != "turnover"]
    for statement in trade:
        if line.low.startswith("earn", statement.mark.start):
            statement.reporter = next(iter(_subject(line, statement.mark)), None)
        if statement.mark.kind == "flow":
            behind = max(statement.end, statement.mark.end)
            limit = min((m.start for m in line.flows if m.start >= behind), default=line.end)
            statement.reporter = _named(line, statement.mark, limit)
    common = _only(s.reporter for s in trade) or perspective(line)
    for statement in trade:
        statement.reporter = statement.reporter or common or fallback(statement)


def is_of_the_pair(line: Line, statement: Statement) -> bool:
    """Whether a line by itself shows that a statement is about trade of the two countries with each other.

    "Vietnam's exports grew 14%" may well be all its exports; a bare "trade" in such a clipping is theirs.
    """
    if statement.mark.kind != "flow":
        return True
    if any(country(p) in PAIR for _, p, _ in places_after(line, statement.mark)):
        return True
    if statement.flow == "turnover" and not places_before(line, statement.mark):
        return statement.amount is not None or bool(line.lead(_MUTUAL, statement.mark.end)) or _names_both(line)
    return _names_both(line) and (statement.amount is not None or statement.flow == "turnover")


def _names_both(line: Line) -> bool:
    if set(PAIR) <= {country(p) for p in line.places}:
        return True
    return bool(_THE_TWO.search(line.low, line.start, line.end)) and all(country(p) in PAIR for p in line.places)


_THE_TWO = re.compile(
    r"\b(?:the|our|these|both)\s+(?:two\s+)?(?:countries|nations|sides|states|governments|republics|presidents|leaders)\b"
)


_MUTUAL = re.compile(r"\b(?:bilateral|mutual|two-way|reciprocal)\b[^.,;]{0,32}\Z")


def perspective(line: Line) -> str | None:
    """From whose side a line tells of trade: "trade with Viet Nam" is told from Kazakhstan's."""
    sides: list[str] = []
    for mark in line.flows:
        if mark.flow != "turnover":
            continue
        before = {country(p) for p in places_before(line, mark)}
        tied = [(preposition, country(p)) for preposition, p, words in places_after(line, mark) if words <= 3]
        if len(before) == 1:
            sides += before
        elif not before and len(tied) == 2 and tied[0][0] == "of" and tied[1][0] == "with" and tied[0][1] in PAIR:
            sides.append(tied[0][1])  # "the trade of Kazakhstan with Vietnam"
        elif not before and len(tied) == 1 and tied[0][0] == "with" and tied[0][1] in PAIR:
            sides.append(partner(tied[0][1]))
    return _only(sides)


def statistics_owner(line: Line) -> str | None:
    """Whose statistics a line quotes: "according to Viet Nam's customs", "Kazakhstan's statistics bureau"."""
    for match in _STATISTICS.finditer(line.low, line.start, line.end):
        for place in line.places:
            if country(place) not in PAIR:
                continue
            before = _BEFORE_STATISTICS.fullmatch(line.low, place.end, match.start())
            if before and not line.lead(_PART_OF_PAIR, place.start, 4):
                return country(place)
            if _AFTER_STATISTICS.fullmatch(line.low, match.end(), place.start):
                return country(place)
    pattern, codes = _publishers()
    return _only(codes[m[0]] for m in pattern.finditer(line.text, line.start, line.end))


def side_of(reading: Reading) -> str | None:
    """Which of the two an article speaks for, by its outlet, its address, its dateline or its credits."""
    for clue in (reading.outlet, reading.article.url, reading.dateline):
        side = _side(clue or "")
        if side:
            return side
    kinds = ("credit", "notice", "header", "dateline")
    credits = " ".join(reading.text[p.start : p.end] for p in reading.passages if p.kind in kinds)
    named = [code for name, code in (("kazakhstan", "KAZ"), ("viet", "VNM")) if name in credits.lower()]
    return _side(credits) or (named[0] if len(named) == 1 else None)


def speaker_of(line: Line) -> str | None:
    """For whom a line's speaker speaks: "the Kazakh minister said that exports grew"."""
    spoken = [
        p.country
        for p in line.people
        if p.country in PAIR and (_SAYS.match(line.low, p.end, line.end) or line.lead(_SAID, p.start, 40))
    ]
    # "Vietnam is an important trade partner of Kazakhstan" is said from Kazakhstan's side.
    partners = [
        p.country
        for p in line.places
        if p.kind in ("country", "adjective")
        and p.country in PAIR
        and (line.lead(_PARTNER_OF, p.start, 32) or _PARTNER.match(line.low, p.end, line.end))
    ]
    return _only(spoken) or _only(partners)


_SPEAK = (
    r"(?:said|says|noted|notes|stated|states|told|reported|reports|emphasi[sz]ed|stressed|informed|underlined"
    r"|underscored|highlighted|pointed\s+out|announced|added|recalled|mentioned|remarked|explained|confirmed|declared"
    r"|observed)"
)
_SAYS = re.compile(
    rf"(?:,[^,]{{3,80}},)?\s+(?:has\s+|have\s+|also\s+|further\s+|in\s+turn\s+|[a-z]+ly\s+){{0,2}}{_SPEAK}\b"
)
_PARTNER_OF = re.compile(r"\b(?:partners?|markets?)\s+(?:of|for)\s+(?:the\s+)?\Z")
_PARTNER = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,4}(?:partners?|market)\b")
_SAID = re.compile(rf"\b(?:{_SPEAK}|according\s+to|in\s+the\s+words\s+of)\s+(?:the\s+)?\Z")
_BEFORE_STATISTICS = re.compile(r"(?:['’]s?)?\s+(?:(?!trade\b|exports\b|imports\b|turnover\b)[\w’-]+\s+){0,4}")
_AFTER_STATISTICS = re.compile(r"\s+(?:[\w’-]+\s+){0,4}?(?:(?:of|in|from|by)\s+)?(?:the\s+)?(?:republic\s+of\s+)?")
_PART_OF_PAIR = re.compile(r"[-–—]\s?\Z")
_SUBJECT = re.compile(r"\b(?:to|from|with|in|of|between)\s+(?:the\s+)?\Z")
_DOING = re.compile(r"\s+[a-z]+ing")  # "with Vietnam selling $141 million worth of goods"
_STATISTICS = re.compile(
    r"\b(?:statistic\w*|customs|data|figures|bureau|according\s+to|ministry|state\s+revenue|(?:central|state|national)"
    r"\s+bank)\b"
)


def _named(line: Line, mark: Mark, limit: int) -> str | None:
    """Whose export or import a mark is by the words beside it; `limit` is where its clause ends.

    "Kazakhstan's exports", "exports from Vietnam", "exports to Kazakhstan" (Viet Nam's), "imports of
    Vietnamese goods" (Kazakhstan's).
    """
    before = [country(p) for p in places_before(line, mark) if country(p) in PAIR]
    if mark.form == "verb":
        before = _subject(line, mark)
    if before:
        return before[-1]
    for preposition, place, words in places_after(line, mark, limit):
        code = country(place)
        if code not in PAIR:
            continue
        if preposition in ("to", "into", "from"):
            toward = preposition != "from"
            return partner(code) if toward == (mark.flow == "export") else code
        if preposition == "of" and words <= 3:
            return partner(code) if place.kind == "adjective" and mark.flow == "import" else code
        if preposition in ("by", "with"):
            return code if preposition == "by" else partner(code)
    return next(iter(_subject(line, mark)), None) if line.lead(_ITS, mark.start, 24) else None


_ITS = re.compile(r"\bits\s+(?:[\w-]+\s+)?\Z")


def _subject(line: Line, verb: Mark) -> list[str]:
    """The country that does what a verb says: the nearest before it that no preposition makes an object."""
    subjects = [
        country(p)
        for p in line.places
        if p.end <= verb.start
        and country(p) in PAIR
        and (not line.lead(_SUBJECT, p.start, 16) or _DOING.fullmatch(line.low, p.end, verb.end))
        and not any(0 <= p.start - m.end <= 1 for m in line.marks if m.form == "verb")  # "sold Vietnam goods"
    ]
    return subjects[-1:]


@cache
def _sides() -> tuple[tuple[re.Pattern, str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w]){re.escape(words)}(?![\w])", re.IGNORECASE), code)
        for words, code in lexicon.rows("trade_sides.tsv", PACKAGE)
    )


@cache
def _publishers() -> tuple[re.Pattern, dict[str, str]]:
    codes = dict(lexicon.rows("trade_statistics.tsv", PACKAGE))
    longest_first = sorted(codes, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), codes


def _side(clue: str) -> str | None:
    return _only(code for pattern, code in _sides() if pattern.search(clue))


def _only(codes: Iterable[str | None]) -> str | None:
    """The one country that all who say anything agree on."""
    known = {code for code in codes if code}
    return known.pop() if len(known) == 1 else None
