"""Tell which trade word a figure or a growth statement belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import gated as re
from .line import Line, Mark
from .pair import PAIR
from .vocabulary import phrases


def governing(
    line: Line, start: int, end: int, last: int, used: Sequence[Mark] = (), *, change: bool = False
) -> tuple[Mark | None, str]:
    """The mark that what stands at ``[start, end)`` belongs to.

    Parameters
    ----------
    line
    start, end
        The figure with its hedge, or the growth statement.
    last
        End of the figure before it; a mark before that has had its figure.
    used
        Marks that stood behind their figure: "$96 million in exports".
    change
        Whether it is a growth statement rather than a figure.

    Returns
    -------
    tuple
        The mark or ``None``, and where it stands: ``before``, ``after``; ``blocked`` if something else has
        the figure, ``none`` if nothing does.
    """
    before = next((m for m in reversed(line.marks) if m.end <= start), None)
    after = next((m for m in line.marks if m.start >= end and m.kind == "flow"), None)
    if after and any(m.kind == "block" and end <= m.start < after.start and not _is_share(line, m) for m in line.marks):
        after = None
    free = before is None or before.kind == "block" or before.end <= last or before in used
    if after and _stands_after(line, start, end, after, before, free, change):
        return after, "after"
    if before is None:
        return None, "none"
    if before.kind == "block" or before.form == "verb" and not _has_subject(line, before):
        return None, "blocked"
    return before, "before"


def _stands_after(line: Line, start: int, end: int, after: Mark, before: Mark | None, free: bool, change: bool) -> bool:
    """Whether the figure belongs to the mark after it: "$800 million in two-way trade"."""
    between = line.low[end : after.start]
    if before and before.kind == "block" and _SIZE_OF.fullmatch(line.low, before.end, start):
        return False  # "a credit line of $100 million for imports"
    if free and not change and _HEAD.fullmatch(line.low, line.start, start) and _THEN.fullmatch(between):
        return True
    if after.form == "joint" and _WHAT_BOTH.fullmatch(between):
        return True
    if after.form == "verb" and _WHAT_SOLD.fullmatch(between):
        return True
    if after.form in ("verb", "joint"):
        return free and bool(_PASSIVE.fullmatch(between))
    if not change and after.flow != "turnover" and _MADE_OF.fullmatch(between) and line.lead(_OF_WHICH, start):
        return True
    if _SHARE_OF.fullmatch(between) or change and _CHANGE_OF.fullmatch(between):
        return True
    direct = _NUMBER_FIRST.fullmatch(between)
    if not direct:
        return False
    if direct["prep"] in ("from", "on", "through"):
        return after.flow != "turnover" and bool(line.lead(_EARN, start))
    narrower = after.flow != "turnover" and before is not None and before.flow == "turnover"
    return free or narrower and direct["prep"] in ("in", "worth of")


def _is_share(line: Line, mark: Mark) -> bool:
    """ "… falling to the share of Kazakhstan's deliveries" counts the deliveries."""
    return line.low.startswith("share of", mark.start)


_WORD = r"(?:[\w’'-]+\s+)"
_SHARE_OF = re.compile(rf"\s+{phrases('share-of')}\s+{_WORD}{{0,6}}")
_NUMBER_FIRST = re.compile(
    r"(?:[\s-]+(?:mark|target|goal|milestone|level|threshold|landmark|benchmark|worth))?[\s-]+"
    r"(?:(?P<prep>in|of|for|worth of|as|from|on|through)\s+)?"
    rf"(?:(?!(?:and|or|to|with|by|in|of|for|while|as|on|from|up|down|last|this)\b){_WORD}){{0,4}}"
)
_CHANGE_OF = re.compile(
    rf"[\s-]*(?:(?:year[\s-]on[\s-]year|annual|yearly)[\s-]+)?(?:{phrases('change')}\s+)?(?:(?:in|of)\s+)?"
    rf"(?:(?!(?:and|or|to|with|by|for|while|as|from|up|down)\b){_WORD}){{0,6}}"
)
_PASSIVE = re.compile(
    r"\s+(?:(?:worth\s+)?(?:of\s+)?(?:goods|products|merchandise)\s+)?"
    r"(?:(?:were|was|are|is|have\s+been|had\s+been|has\s+been|being)\s+)?"
)
# "of which 141 million USD was what Vietnam sold", "$58 million of it being goods that Kazakhstan shipped"
_WHAT_SOLD = re.compile(
    r"\s+(?:of\s+(?:it|that|this|which)\s+)?(?:was|were|is|being|represent(?:s|ed|ing)|made\s+up|came\s+from)\s+"
    r"(?:what|goods(?:\s+(?:that|which))?)\s+(?:the\s+)?(?:[\w’'-]+\s+){1,3}?(?:side\s+)?"
)
# "of the $830 million that the two countries traded in 2024"
_WHAT_BOTH = re.compile(
    r"\s+(?:(?:worth\s+)?of\s+goods\s+)?(?:that|which)\s+(?:the\s+)?(?:two|both)\s+(?:countries|sides|nations|states|economies)\s+"
)
# "of which $58.2 million was export products from Kazakhstan"
_MADE_OF = re.compile(
    r"\s+(?:was|were|is|are|being|made\s+up|constituted|represented)\s+(?:the\s+)?(?:(?:vietnam|viet\s+nam|kazakh|total|direct)[\w’']*\s+){0,2}"
)
_OF_WHICH = re.compile(r"\b(?:of\s+(?:which|that|this|it|them|the\s+(?:total|figure|sum|amount))|and)\s*,?\s*\Z")
# "At just over $500 million in 2021, trade between …"
_SIZE_OF = re.compile(r"\s*(?:\(|:|[–—-]|of|worth|for|at|totall?ing|amounting\s+to|valued\s+at)?\s*(?:an?\s+|the\s+)?")
_HEAD = re.compile(r"\W*(?:at|with|worth|totall?ing|standing\s+at|valued\s+at)\s+")
_THEN = re.compile(
    r"(?:\s+(?:in|for|during|over)\s+[^.,;()]{2,40}|\s+(?:last|this)\s+year)?,\s+(?:[\w’'-]+[\s–-]+){0,4}"
)
_EARN = re.compile(rf"\b{phrases('earn')}\s+(?:about\s+|some\s+)?\Z")
_SUBJECT = re.compile(r"['’]?\s+(?:(?:has|had|have|also|alone|then|already|side|itself|in\s+turn)\s+){0,2}")
_AND = re.compile(r"\b(?:and|while)\s+\Z")
_EARNED = re.compile(rf"\s+{phrases('earn')}\b")


def _has_subject(line: Line, verb: Mark) -> bool:
    """Whether one of the two countries does it: "Vietnam shipped"; "it sold" is not enough.

    In "Vietnam exported … and imported …" the second verb shares the subject of the first.
    """
    doers = [p for p in line.places if p.kind == "country" and p.country in PAIR and p.end <= verb.start]
    if any(_SUBJECT.fullmatch(line.low, p.end, verb.start) for p in doers):
        return True
    if not line.lead(_AND, verb.start):
        return False
    if any(_EARNED.match(line.low, p.end, verb.start) for p in doers):
        return True  # "Vietnam earned $284 million from exports and imported …"
    earlier = [m for m in line.flows if m.end <= verb.start and m.form == "verb"]
    return bool(earlier and _has_subject(line, earlier[-1]))
