"""Tell which trade word each figure and each growth statement of a line belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...reading import Amount
from ...reading.amounts import unhedged_start
from .growth import Change
from .line import Line, Mark, reached_at
from .mood import is_goal
from .vocabulary import GOODS, PARTIAL

SMALLEST, LARGEST = 1e5, 2e10  # outside these a figure can't be a year of this trade


@dataclass(slots=True)
class Figure:
    """A dollar figure of trade: what it belongs to, and whether another figure is compared with it."""

    amount: Amount
    mark: Mark
    status: str
    compared: bool = False
    rule: str = "figure"
    change: Change | None = None
    period: str | None = None
    reporter: str | None = None
    base: str | None = None

    @property
    def start(self) -> int:
        return self.amount.start

    @property
    def end(self) -> int:
        return self.amount.end


def bind_figures(line: Line, published_year: int | None) -> list[Figure]:
    """The dollar figures of a line that a trade word governs."""
    figures: list[Figure] = []
    used: list[Mark] = []
    last = line.start
    for amount in line.amounts:
        if amount.unit != "USD":
            continue
        if _is_milestone(line, amount):
            continue
        figure = _bind(line, amount, last, published_year, used)
        if figure:
            figures.append(figure)
            if figure.mark.start >= amount.end and not figure.compared:
                used.append(figure.mark)
        last = amount.end
    return _in_order(line, figures)


def governing(
    line: Line, start: int, end: int, last: int, used: Sequence[Mark] = (), *, change: bool = False
) -> tuple[Mark | None, str]:
    """The mark that what stands at ``[start, end)`` belongs to, and how: ``before``, ``after`` or ``none``.

    Parameters
    ----------
    last
        End of the figure before it; a mark before that has had its figure.
    used
        Marks that stood behind their figure: "$96 million in exports".
    change
        Whether it is a growth statement rather than a figure.
    """
    before = next((m for m in reversed(line.marks) if m.end <= start), None)
    after = next(
        (m for m in line.marks if m.start >= end and m.kind != "pronoun" and not _is_share(line, m)), None
    )
    if after and after.kind == "flow":
        between = line.low[end : after.start]
        free = before is None or before.kind == "block" or before.end <= last or before in used
        if _SHARE_OF.fullmatch(between) and after.form != "verb":
            return after, "after"
        if change and _CHANGE_OF.fullmatch(between):
            return after, "after"
        direct = _NUMBER_FIRST.fullmatch(between)
        if direct and direct["prep"] in ("from", "on", "through") and not _earned(line, start, after):
            direct = None
        if direct and after.form in ("noun", "weak"):
            specific = (
                after.flow != "turnover"
                and direct["prep"] in ("in", "worth of")
                and before
                and before.flow == "turnover"
            )
            if free or specific:
                return after, "after"
        if free and after.form in ("verb", "joint") and _PASSIVE.fullmatch(between):
            return after, "after"
    if before is None or before.kind == "block" or before.form == "verb" and not _active(line, before):
        return None, "blocked" if before else "none"
    return before, "before"


def _earned(line: Line, start: int, mark: Mark) -> bool:
    """ "earned $500 million from exports", "spent $60 million on imports"."""
    return mark.flow != "turnover" and bool(_EARN.search(line.low, line.start, start))


_EARN = re.compile(r"\b(?:earn(?:ed|s|ing)?|gross(?:ed|es)|generat(?:ed|es|ing)|made|spent|spends?|spending|pa(?:id|ys?))\s+(?:about\s+|some\s+)?\Z")


def _is_share(line: Line, mark: Mark) -> bool:
    """ "… falling to the share of Kazakhstan's deliveries" counts the deliveries."""
    return line.low.startswith("share of", mark.start) and mark.kind == "block"


_WORDS = r"(?:[\w’'-]+\s+)"
_SHARE_OF = re.compile(
    r"\s+(?:falling|fell|falls|comes?|came|coming|accounted|accounting|attributable|belonging|belonged|goes|going|went|due)\s+"
    rf"(?:to|from|for|on|by)\s+{_WORDS}{{0,6}}"
)
_NUMBER_FIRST = re.compile(
    r"(?:[\s-]+(?:mark|target|goal|milestone|level|threshold|landmark|benchmark|worth))?[\s-]+(?:(?P<prep>in|of|for|worth of|as|from|on|through)\s+)?"
    rf"(?:(?!(?:and|or|to|with|by|in|of|for|while|as|on|from|up|down|last|this)\b){_WORDS}){{0,4}}"
)
_CHANGE_OF = re.compile(
    r"[\s-]*(?:(?:year[\s-]on[\s-]year|annual|yearly)[\s-]+)?(?:(?:increase|rise|growth|jump|drop|decline|fall|decrease|surge|reduction"
    r"|expansion|gain|boost|leap|slump|higher|lower|more|less)\s+)?(?:(?:in|of)\s+)?"
    rf"(?:(?!(?:and|or|to|with|by|for|while|as|from|up|down)\b){_WORDS}){{0,6}}"
)
_PASSIVE = re.compile(
    r"\s+(?:(?:worth\s+)?(?:of\s+)?(?:goods|products|merchandise)\s+)?(?:(?:were|was|are|is|have been|had been|has been|being)\s+)?"
)
_SUBJECT = re.compile(r"['’]?\s+(?:(?:has|had|have|also|alone|then|already|side|itself|in turn)\s+){0,2}")


def _active(line: Line, verb: Mark) -> bool:
    """Whether one of the two countries is the verb's subject: "Vietnam shipped", "it sold" is not enough."""
    return any(
        p.kind == "country"
        and p.country in ("KAZ", "VNM")
        and p.end <= verb.start
        and _SUBJECT.fullmatch(line.low, p.end, verb.start)
        for p in line.places
    ) or _and_verb(line, verb)


def _and_verb(line: Line, verb: Mark) -> bool:
    """ "Vietnam exported … and imported …": the second verb shares the subject of the first."""
    earlier = [m for m in line.marks if m.end <= verb.start and m.form == "verb" and m.kind == "flow"]
    return bool(
        earlier
        and re.search(r"\b(?:and|while)\s+\Z", line.low[line.start : verb.start])
        and _active(line, earlier[-1])
    )


def _bind(line: Line, amount: Amount, last: int, year: int | None, used: list[Mark]) -> Figure | None:
    if not SMALLEST <= amount.value <= LARGEST or _is_other_size(line, amount):
        return None
    lead = unhedged_start(line.text, line.start, amount.start)
    if _DELTA.search(line.low, line.start, lead):
        return None
    mark, how = governing(line, lead, amount.end, last, used)
    compared = bool(_COMPARED.search(line.low, line.start, lead))
    if mark is None and how == "none" and compared:
        mark = next((m for m in line.flows if m.start >= amount.end), None)
    if mark is None:
        return None
    status = (
        "target"
        if is_goal(line, last, amount.start, amount.end, year) and not _was(line, lead)
        else "reported"
    )
    if how == "before":
        if (
            not _modifies_nothing(line, amount)
            or _of_commodity(line, mark, amount, lead)
            or PARTIAL.find(line.low, max(mark.end, last), lead)
        ):
            return None
        if (mark.end <= last or mark in used) and not (
            compared or status == "target" or _licensed(line, last, lead)
        ):
            return None
        if mark.end > last and not compared and not _linked(line, mark, lead, amount.start):
            return None
    rule = (
        "restated-figure"
        if compared and _RESTATED.search(line.low, line.start, lead)
        else "compared-figure"
        if compared
        else "number-first"
        if how == "after"
        else "figure"
    )
    if mark.kind == "pronoun":
        rule = "pronoun-figure"
    return Figure(amount, mark, "reported" if compared else status, compared, rule)


_MILESTONE = re.compile(r"[\s-]*(?:mark|milestone|threshold|barrier|landmark)\b")


def _is_milestone(line: Line, amount: Amount) -> bool:
    """Whether a round figure only says what the exact one beside it has passed: "over the $1 billion mark, at $1.07 billion"."""
    if not _MILESTONE.match(line.low, amount.end, line.end) or amount.bound != "over":
        return False
    others = [
        a
        for a in line.amounts
        if a.unit == "USD" and a is not amount and amount.value < a.value < amount.value * 1.5
    ]
    return any(abs(a.start - amount.end) < 90 or abs(amount.start - a.end) < 90 for a in others)


_DELTA = re.compile(
    r"(?:\bby|\b(?:increase|rise|growth|drop|decline|decrease|fall|gap|difference|gain|jump|surge)\s+of|\badditional|\banother|\bextra|\bup|\bdown"
    r"|\badding|\badded|\bworth\s+over\s+by)\s+(?:an?\s+|the\s+)?\Z"
)
_COMPARED = re.compile(
    r"\b(?:from|against|compared\s+(?:with|to)|(?:in\s+)?comparison\s+(?:with|to)|versus|vs\.?|as\s+against|relative\s+to|than|rather\s+than|instead\s+of|and\s+not|unlike)"
    r"\s+(?:(?:the|only|just|a|an|mere|previous|earlier|current|today['’]s|present|last\s+year['’]s|initial|that\s+of|former)\s+){0,3}\Z"
)
_RESTATED = re.compile(
    r"\b(?:rather\s+than|instead\s+of|and\s+not|unlike|contradicts)\s+(?:[\w’']+\s+){0,3}\Z"
)
_PER = re.compile(
    r"\s+(?:per|an?|each|every)\s+(?:(?:metric\s+)?tons?|tonnes?|containers?|kg|kilogram\w*|barrel|head|person|capita|unit|square|hectare|seat|flight)\b"
)


def _is_other_size(line: Line, amount: Amount) -> bool:
    return bool(_PER.match(line.low, amount.end, line.end))


def _was(line: Line, lead: int) -> bool:
    """Whether a figure is said to be where trade comes from: "from the current $879 million"."""
    return bool(
        re.search(
            r"\bfrom\s+(?:the\s+)?(?:current\s+|present\s+)?\Z", line.low[max(line.start, lead - 30) : lead]
        )
    )


# What may stand right after a figure that is not just the size of the noun behind it ("a $90 million plant").
_FREE = re.compile(
    r"\s*(?:\Z|[,;:.)\]\"”’'–—/|(!?]|-\s)|\s+(?:in|of|for|by|last|this|during|as|and|while|whereas|with|from|to|at|on|or|up|down"
    r"|compared|against|versus|vs|which|that|who|an?|the|over|rather|per|each|every|between|since|until|till|through|within|when"
    r"|where|but|though|although|more|less|higher|lower|worth|year|is|was|were|are|has|had|have|will|would|could|should|may|might"
    r"|mark|target|goal|milestone|level|threshold|figure|landmark|benchmark|today|now|so|thus|only|then|either|nor|not|than|it|he|she"
    r"|they|we|seen|set|made|ago|due|thanks|because|if|under|above|below|twice|half|one|almost|nearly|about|some|around|just|feasible"
    r"|possible|achievable|realistic|attainable|back|before|after|next|came|went|took|rose|fell|grew|again|soon|ahead|plus|also|both"
    r"|[a-z]+(?:ing|ed|ly)|\d+)\b"
)


def _modifies_nothing(line: Line, amount: Amount) -> bool:
    return bool(_FREE.match(line.low, amount.end, line.end))


_WORTH_OF = re.compile(r"\s+(?:worth\s+of|of)\s+(?:the\s+|its\s+|their\s+)?([\w’'-]+)(?:\s+([\w’'-]+))?")
_WORTH = re.compile(r"([\w’'-]+)\s+(?:worth|valued\s+at|for)\s+(?:a\s+total\s+(?:of\s+)?)?\Z")
_BE = frozenset("is was were are be been being totally now already".split())
_TRADE_WORDS = frozenset(
    "trade turnover commerce exports imports bilateral mutual two-way total annual overall".split()
)


def _of_commodity(line: Line, mark: Mark, amount: Amount, lead: int) -> bool:
    """Whether a figure is the worth of one sort of goods: "$5 million worth of rice", "exported wheat worth $8 million"."""
    after = _WORTH_OF.match(line.low, amount.end, line.end)
    if after and not after[1][0].isdigit():
        words = [w for w in after.groups() if w]
        if not any(w in _TRADE_WORDS for w in words) and after[1] not in GOODS:
            return True
        place = next((p for p in line.places if p.start == after.start(1)), None)
        if place and place.kind == "adjective" and words[-1] not in GOODS | _TRADE_WORDS:
            return True
    before = _WORTH.search(line.low, mark.start, lead)
    if (
        before
        and before[1] not in GOODS | _BE | _TRADE_WORDS
        and before.start(1) >= mark.end
        and before[0].split()[-1] != "for"
    ):
        return not _place_ends(line, before.end(1))
    return mark.form == "verb" and not _whole_object(line, mark, lead)


def _whole_object(line: Line, verb: Mark, lead: int) -> bool:
    """Whether what someone exported is all goods: nothing is named, or "goods" are."""
    between = line.low[verb.end : lead].split()
    if not between or between[0] in GOODS or between[0] in ("worth", "to", "from", "a", "as", "in"):
        return True
    return _place_ends(line, lead) or between[0][0].isdigit()


def _place_ends(line: Line, position: int) -> bool:
    return any(p.end == position for p in line.places)


_LINK = re.compile(
    r"(?:[:–—(=,-]|\b(?:of|at|to|worth|for|with|about|around|some|nearly|almost|over|on|as|than|just|only))\s*(?:an?\s+|the\s+|some\s+)?[(“\"]?\Z"
)


def _linked(line: Line, mark: Mark, lead: int, figure: int) -> bool:
    """Whether something between a trade word and a figure joins the two: a verb, a preposition, a dash."""
    if lead < mark.end:
        return False
    if lead - mark.end <= 3 or _LINK.search(line.low, mark.end, lead):
        return True
    return reached_at(line, mark.end, figure) > 0 or is_goal(line, mark.end, lead, lead, None)


_AGAIN = re.compile(
    r"\A\s*(?:\([^)]*\)\s*)?(?:[^,;]{0,40}?)(?:,|;|\band|\bthen|\bbut|\bto|\bwhile|\bwhich|[-–—])\s*[^,;]{0,48}\Z"
)
_THEN = re.compile(
    r"(?:\band|\bthen|\bbut|\bit|\bwhich|,)\s+(?:already\s+|has\s+|had\s+|then\s+|later\s+|[a-z]+ly\s+|in\s+\S+\s+){0,3}(?:[a-z]+)(?:\s+(?:to|at))?\s*\Z"
)
_SAID = re.compile(r",[^,]{0,48}\b(?:said|says|noted|reported|added|stated|data show|according to[^,]{0,40})\s*,?")


def _licensed(line: Line, last: int, lead: int) -> bool:
    """Whether a second figure may belong to the trade word of the first.

    "reached $X in 2023 and $Y in 2024", "was $X, then rose to $Y"; not "$X, wheat making $Y".
    """
    between = line.low[last:lead]
    if any(m.start >= last and m.end <= lead and m.kind == "block" for m in line.marks):
        return False
    dates = [d for d in line.dates if last <= d.start and d.end <= lead]
    bare = between
    for date in dates:
        bare = bare.replace(line.low[date.start : date.end], " ")
    bare = _SAID.sub(",", bare)
    if re.fullmatch(
        r"[\s,;–—-]*(?:in|for|during|by)?[\s,;]*(?:and|to|then|but)?[\s,]*(?:to|at|in|by|for)?\s*", bare
    ):
        return any(0 <= d.start - lead <= 60 for d in line.dates) or bool(dates)
    return bool(_THEN.search(bare)) and reached_at(line, last, lead) > 0


def _in_order(line: Line, figures: list[Figure]) -> list[Figure]:
    """ "Exports and imports were $X and $Y": two words, then two figures, go in order."""
    flows = line.flows
    for i, (first, second) in enumerate(zip(flows, flows[1:], strict=False)):
        if {first.flow, second.flow} != {"export", "import"} or not _AND.fullmatch(
            line.low, first.end, second.start
        ):
            continue
        limit = flows[i + 2].start if i + 2 < len(flows) else line.end
        dollars = [a for a in line.amounts if a.unit == "USD" and second.end <= a.start < limit]
        if len(dollars) == 2 and _AND.fullmatch(
            line.low, dollars[0].end, unhedged_start(line.text, line.start, dollars[1].start)
        ):
            kept = [f for f in figures if f.amount not in dollars]
            kept += [
                Figure(a, m, "reported", rule="in-order")
                for a, m in zip(dollars, (first, second), strict=True)
            ]
            return sorted(kept, key=lambda f: f.start)
    return figures


_AND = re.compile(r"[^.;]{0,40}?\s*(?:,\s*)?(?:and|&)\s+(?:[\w’'-]+\s+){0,3}")
