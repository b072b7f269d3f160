"""Find the dollar figures of a line that are trade of the two countries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...reading import Amount
from ...reading import gated as re
from .compared import LEVEL_OF, compared_label, in_brackets, when_it_stood
from .further import TO, is_further
from .goods import figure_of_one_commodity, of_named_goods
from .govern import governing
from .line import Line, Mark
from .mood import is_goal
from .series import find_series
from .vocabulary import PARTIAL, REACHED, phrases

SMALLEST, LARGEST = 1e5, 2e10  # outside these a figure can't be a year of this trade, nor a goal for it
MOST = 5e9  # what has been reached is not more


@dataclass(frozen=True, slots=True)
class Figure:
    """A dollar figure of trade, what it belongs to and how it was found.

    `rule` is ``figure``, ``number-first``, ``pronoun-figure``, ``in-order``, ``in-series``, or ``compared-figure`` and
    ``restated-figure`` for one that another is compared with.
    """

    amount: Amount
    mark: Mark
    goal: bool
    rule: str


def find_figures(line: Line, published_year: int | None) -> list[Figure]:
    """The dollar figures of a line that a trade word governs, in order."""
    figures: list[Figure] = []
    used: list[Mark] = []
    last = line.start
    for amount in line.dollars:
        if _is_milestone(line, amount):
            continue
        lead = line.unhedged(amount.start)
        if line.lead(_DELTA, lead) and not came_on_top(line, amount):
            continue
        figure = _figure(line, amount, lead, last, used, published_year)
        if figure:
            if figures and lead == amount.start and _shares_verb(line, figures[-1], figure):
                figure = replace(figure, amount=replace(amount, bound="over"))
            figures.append(figure)
            if figure.rule == "number-first":
                used.append(figure.mark)
        # "to lift trade, then about $600 million, to $1 billion": the lifting goes on.
        last = last if line.lead(_NOW, lead) else amount.end
    return _in_order(line, _in_series(line, figures))


def _shares_verb(line: Line, first: Figure, second: Figure) -> bool:
    """Whether one verb says that both were passed: "topped $1 billion in 2020 and $1.1 billion in 2021"."""
    if first.amount.bound != "over" or first.mark != second.mark or second.rule not in ("figure", "pronoun-figure"):
        return False
    hedge = line.low[line.unhedged(first.amount.start) : first.amount.start]
    return bool(_PASSED.match(hedge)) and bool(_ONLY_AND.fullmatch(line.low, first.amount.end, second.amount.start))


_PASSED = re.compile(r"(?:topp|exceed|surpass|pass|cross)(?:ed|es|ing)\b|(?:went|gone)\s+past")
_ONLY_AND = re.compile(r"[^.;:]{0,30}\band\s+(?:even\s+|already\s+)?")


def _figure(line: Line, amount: Amount, lead: int, last: int, used: list[Mark], year: int | None) -> Figure | None:
    if not SMALLEST <= amount.value <= LARGEST or _PRICE.match(line.low, amount.end, line.end):
        return None
    compared = compared_rule(line, lead)
    mark, where = governing(line, lead, amount.end, last, used)
    if where == "none" and compared:
        mark, where = next((m for m in line.flows if m.start >= amount.end), None), "after"
    aim = line.lead(_AIM, lead)
    if aim and amount.value >= _LEAST_AIM and (mark is None or _PARTED.search(line.low, mark.end, aim.start())):
        whole = next((m for m in reversed(line.flows) if m.end <= aim.start() and m.flow == "turnover"), None)
        of_both = whole or mark and Mark(line.start, line.start, "pronoun")
        mark, where = of_both, "before" if of_both else where
    if mark is None:
        return None
    # "hope to raise trade from $60 million to $200 million": what is hoped stands before both
    since = line.start if line.dollars[0].end == last and TO.fullmatch(line.low, last, lead) else last
    goal = not compared and is_goal(line, since, amount.start, amount.end, year)
    if amount.value > MOST and not goal:
        return None
    if where == "before":
        if not _FREE.match(line.low, amount.end, line.end):
            return None
        if figure_of_one_commodity(line, mark, amount, lead) and not _in_brackets_then(line, lead):
            return None
        if _is_part(line, max(mark.end, last), lead, amount.start):
            return None
        first = mark.end > last and mark not in used
        if not (
            compared or (_is_linked(line, mark, lead, amount.start) if first else goal or is_further(line, last, lead))
        ):
            return None
    elif mark.form in ("verb", "joint") and of_named_goods(line, lead):
        return None
    if where == "before":
        mark = _whole_of_a_share(line, mark, lead)
        if mark is None:
            return None
    rule = compared or (
        "number-first" if where == "after" else "pronoun-figure" if mark.kind == "pronoun" else "figure"
    )
    return Figure(amount, mark, goal, rule)


# "trade was $145 million, …, and work towards $500 million", "…, and the target of $1.5 billion": of trade as a whole
_AIM = re.compile(
    r"\b(?:work(?:ing|ed)?\s+towards?|(?:target|goal|objective|aim)\s+(?:of|is|at)|on\s+(?:the|its|their)\s+(?:way|path|road)\s+to)"
    r"\s+(?:the\s+|reaching\s+|about\s+)?\Z"
)
_PARTED = re.compile(r",|\b(?:and|but|while)\b")
_LEAST_AIM = 1e8


def _whole_of_a_share(line: Line, mark: Mark, lead: int) -> Mark | None:
    """The mark itself; of "exports made up 70% of trade, or $150 million" what makes up the share, if it is trade."""
    share = line.lead(_PER_CENT_OF, mark.start, 64)
    if not share and line.low.startswith("(", lead - 1):
        share = line.lead(_PART_OF, mark.start, 64)
    if not share or _WHICH.search(line.low, mark.end, lead):
        return mark
    return next((m for m in reversed(line.flows) if m.end <= share.start()), None)


_REST = r"\s+(?:(?!to\b|and\b)[\w’'-]+\s+){0,5}\Z"
_PER_CENT_OF = re.compile(rf"\d\s?(?:%|per\s?cent|percent)\s+(?:of|in){_REST}")
# "telephones were the biggest part of imports ($12 million)": what stands in brackets is the part
_PART_OF = re.compile(rf"\b(?:part|share|bulk|portion|half|majority|most)\s+of{_REST}")
# "metals made up 71% of exports, which rose by 64% and reached $64 million"
_WHICH = re.compile(r",\s+which\s")
_MODEST = rf"(?:{phrases('modest')}\s+){{0,3}}\Z"
_COMPARED = re.compile(rf"\b{phrases('compared')}\s+{_MODEST}")
_RESTATED = re.compile(rf"\b{phrases('restated')}\s+{_MODEST}")
_NOW = re.compile(
    r"(?:,|\(|\s[–—-])\s+(?:(?:which|that)\s+)?(?:is\s+|was\s+|stands\s+|stood\s+)?(?:then|now|currently|"
    r"presently|today|still"
    r"|at\s+present|at\s+the\s+time|at\s+the\s+moment)\s+(?:worth\s+|at\s+|only\s+|just\s+|valued\s+at\s+|"
    r"standing\s+at\s+)*\Z"
)
_DELTA = re.compile(
    rf"(?<!notched\s)(?<!racked\s)(?<!clocked\s)(?<!chalked\s)(?<!made\s)(?<!makes\s)(?<!make\s)(?<!making\s)"
    rf"\b{phrases('delta')}\s+(?:an?\s+|the\s+)?\Z"
)
_PRICE = re.compile(rf"\s+(?:per|an?|each|every)\s+{phrases('unit')}s?\b")
_ROUND = re.compile(rf"[\s-]*{phrases('round')}\b")
# What may stand right after a figure that is not just the size of the noun behind it ("a $90 million plant").
_FREE = re.compile(rf"\s*(?:\Z|[,;:.)\]\"”’'–—/|(!?]|-\s)|\s+(?:{phrases('follows')}|[a-z]+(?:ing|ed|ly)|\d+)\b")
_LINK = re.compile(
    rf"(?:[:–—(=,-]|\b{phrases('link')})\s*(?:an?\s+|the\s+|some\s+)?(?:(?:only|just|merely|barely|mere|modest)\s+)?"
    r"[(“\"]?\Z"
)
_AND = re.compile(r"[^.;]{0,40}?\s*(?:,\s*)?(?:and|&)\s+(?:[\w’'-]+\s+){0,3}")


def compared_rule(line: Line, lead: int) -> str | None:
    """The rule of a figure that another is compared with, by the words before it.

    "up from $400 million", "more than in the same period of 2022 ($495 million)".
    """
    if line.lead(_RESTATED, lead):
        return "restated-figure"
    told = line.lead(_COMPARED, lead) or line.lead(_NOW, lead) or in_brackets(line, lead) or compared_label(line, lead)
    told = told or line.lead(LEVEL_OF, lead) or when_it_stood(line, lead) or _in_brackets_then(line, lead)
    return "compared-figure" if told else None


# "an increase of 24.7% ($866 million in 2024)"
_GROWN_BY = re.compile(
    r"(?:%|per\s?cent|percent|times|fold|period|months|quarter|half|basis|year[\s-]on[\s-]year)\s*\(\s*\Z"
)
# "stood at $478 million ($409 million in the corresponding period last year)"
_FIGURE_BEFORE = re.compile(r"\d\s*(?:million|billion|mln|bln|bn|m|dollars|usd)?\s*\(\s*\Z")
_YEAR_BEFORE_CLOSED = re.compile(
    r"[^()]{4,24}\s(?:(?:in|for|during|over)\s+the\s+(?:same|corresponding|similar|respective|analogous)\s+[^()]{4,40}"
    r"|(?:an?|one)\s+year\s+(?:earlier|ago|before)|(?:the\s+)?(?:year\s+(?:earlier|before)|previous\s+year))\)"
)
_THEN_CLOSED = re.compile(r"[^()]{4,24}\s(?:in|for)\s+[^()]{4,40}\)")


def _in_brackets_then(line: Line, lead: int) -> bool:
    """Whether a figure stands with its period in brackets behind growth, or behind the newer one: a base."""
    if line.lead(_GROWN_BY, lead, 24) and _THEN_CLOSED.match(line.low, lead, line.end):
        return True
    return bool(line.lead(_FIGURE_BEFORE, lead, 24) and _YEAR_BEFORE_CLOSED.match(line.low, lead, line.end))


def _is_part(line: Line, start: int, lead: int, figure: int) -> bool:
    """Whether a figure is only a part: "chiefly zinc ($32 million)"; not "chiefly zinc, reached …"."""
    found = PARTIAL.find(line.low, start, lead)
    if not found:
        return False
    comma = line.low.rfind(",", found[-1][1], figure)
    verb = REACHED.find(line.low, comma, figure) if comma > 0 else []
    return not (verb and _ADVERBS.fullmatch(line.low, comma + 1, verb[0][0]))


_WHENCE = re.compile(r"\s+(?:from|to|of)\s+(?:the\s+)?")
_ADVERBS = re.compile(r"\s+(?:(?:[a-z]+ly|has|have|had|already|also)\s+){0,2}")


def came_on_top(line: Line, amount: Amount) -> bool:
    """Whether "another $254 million" is trade of a period of its own and no mere difference."""
    lead = line.unhedged(amount.start)
    return bool(line.lead(_ANOTHER, lead) and _ADDED.match(line.low, amount.end, line.end))


_ANOTHER = re.compile(r"\b(?:another|a\s+further|an\s+additional|an\s+extra)\s+\Z")
_ADDED = re.compile(
    r"\s+(?:(?:worth\s+)?(?:of|in)\s+(?:goods|trade)\s+)?(?:(?:has|have|had|was|were|been|since|already|"
    r"then)\s+){0,3}"
    r"(?:added|followed|traded|come|came|exchanged|recorded|registered|changed\s+hands)\b"
)


def _is_milestone(line: Line, amount: Amount) -> bool:
    """Whether a round figure only says what the exact one beside it has passed.

    "It crossed the $1 billion mark, at $1.07 billion."
    """
    if amount.bound != "over" or not _ROUND.match(line.low, amount.end, line.end):
        return False
    return any(
        amount.value < a.value < amount.value * 1.5 and -90 < a.start - amount.end < 90 + amount.end - amount.start
        for a in line.dollars
        if a is not amount
    )


def _is_linked(line: Line, mark: Mark, lead: int, figure: int) -> bool:
    """Whether something between a trade word and a figure joins the two: a verb, a preposition, a dash."""
    if lead - mark.end <= 3 or line.lead(_LINK, lead):
        return True
    if line.reached(mark.end, figure) > 0 or is_goal(line, mark.end, figure, figure, None):
        return True
    if any(0 <= lead - p.end <= 1 and _WHENCE.fullmatch(line.low, mark.end, p.start) for p in line.places):
        return True  # "exports from Kazakhstan 58.1 million dollars"
    # "Kazakhstan sold Vietnam $160 million worth of goods"
    return mark.form == "verb" and any(
        p.start - mark.end <= 5 and lead - p.end <= 1 for p in line.places if p.start >= mark.end
    )


def _in_series(line: Line, figures: list[Figure]) -> list[Figure]:
    """Give what governs the first figure of a row with its periods to the others: "$X and $Y in 2019 and 2020"."""
    for row in find_series(line):
        first = next((f for f in figures if f.amount is row[0][0]), None)
        if first and first.rule in ("figure", "pronoun-figure"):
            amounts = [amount for amount, _ in row[1:] if SMALLEST <= amount.value <= (LARGEST if first.goal else MOST)]
            figures = [f for f in figures if f.amount not in amounts]
            figures += [Figure(amount, first.mark, first.goal, "in-series") for amount in amounts]
    return sorted(figures, key=lambda f: f.amount.start)


def _in_order(line: Line, figures: list[Figure]) -> list[Figure]:
    """Pair two words with the two figures after them: "Exports and imports were $X and $Y"."""
    flows = line.flows
    for i, (first, second) in enumerate(zip(flows, flows[1:], strict=False)):
        if {first.flow, second.flow} != {"export", "import"} or not _AND.fullmatch(line.low, first.end, second.start):
            continue
        limit = flows[i + 2].start if i + 2 < len(flows) else line.end
        pair = [a for a in line.dollars if second.end <= a.start < limit]
        if len(pair) != 2:
            continue
        if _AND.fullmatch(line.low, pair[0].end, line.unhedged(pair[1].start)):
            kept = [f for f in figures if f.amount not in pair]
            kept += [Figure(a, m, False, "in-order") for a, m in zip(pair, (first, second), strict=True)]
            return sorted(kept, key=lambda f: f.amount.start)
    return figures
