"""Tell the trade in one sort of goods from trade as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import Amount, PlaceMention
from ...reading import gated as re
from .line import Line, Mark
from .vocabulary import DIRECTION, GENERIC, GOODS, REACHED_WORDS, WHOLE, phrases


def of_one_commodity(line: Line, mark: Mark, owners: Sequence[PlaceMention]) -> bool:
    """Whether a trade word is about one sort of goods: "wheat exports", "trade in services".

    Parameters
    ----------
    line
    mark
    owners
        The countries right before the mark.
    """
    of = _OF.match(line.low, mark.end, line.end)
    if _SO_MANY.match(line.low, mark.end, line.end):
        return True
    if of and of["noun"] and not of["noun"][0].isdigit():
        place = _place_at(line, of.start("noun"))
        if place is None and of["noun"] not in GOODS | _OWNERS:
            return True
        if place and place.kind == "adjective" and of["after"] and _is_noun(of["after"]):
            return True
    if mark.flow == "turnover":
        inside = _IN.match(line.low, mark.end, line.end)
        if _IN_A_FIELD.match(line.low, mark.end, line.end):
            return True
        if not inside or not inside[1] or _TIME.match(inside[1]):
            return False
        return _place_at(line, inside.start(1)) is None
    if line.lead(_GROUP_WITH, mark.start, 64):
        return True
    match = None if owners else line.lead(_WORD_BEFORE, mark.start, 32)
    if not match:
        return False
    word = match[1]
    if word in GENERIC | _BE or word[0].isdigit() or word.endswith(("ing", "ed", "'s", "’s", "ly")):
        return False
    return not any(mark.start - len(word) - 4 < p.end <= mark.start for p in line.places)


def figure_of_one_commodity(line: Line, mark: Mark, amount: Amount, lead: int) -> bool:
    """Whether a figure is the worth of one sort of goods: "$5 million worth of rice".

    `lead` is where the figure with its hedge begins.
    """
    of = _OF.match(line.low, mark.end, line.end)
    if of and any(a.unit in MEASURES and 0 <= a.start - mark.end < 16 for a in line.amounts):
        return True  # "supplies of 3 thousand tons of poultry for $4.2 million"
    after = _WORTH_OF.match(line.low, amount.end, line.end)
    if after and _MANY.match(line.low, amount.end, line.end) and _sells_too(line, mark):
        return False
    if after and not after["noun"][0].isdigit():
        words = [word for word in (after["noun"], after["after"]) if word]
        place = _place_at(line, after.start("noun"))
        if place and place.kind == "country":
            return False
        if after["noun"] not in GOODS and not any(word in _TRADE for word in words):
            return True
        if place and place.kind == "adjective" and words[-1] not in GOODS | _TRADE:
            return True
    before = _WORTH.search(line.low, max(mark.end, lead - 48), lead)
    if before and before[1] not in GOODS | _BE | _TRADE and not _ends_place(line, before.end(1)):
        return True
    if _is_one_things(line, mark, lead):
        return True
    return _in_list(line, mark, lead) or mark.form == "verb" and not _takes_all_goods(line, mark, lead)


# "shipped $711 million worth of goods …, and bought $125 million worth of wheat, metals, asbestos and chemicals"
_MANY = re.compile(
    r"\s+(?:worth\s+)?of\s+(?:[\w-]+\s?){1,2},\s+(?:[\w-]+\s?){1,2}(?:,\s+(?:[\w-]+\s?){1,2})*,?\s+and\s+"
)


def _sells_too(line: Line, verb: Mark) -> bool:
    """Whether the line tells with another verb of all goods that go the other way."""
    others = [m for m in line.flows if m.form == "verb" and m.end <= verb.start and m.flow != verb.flow]
    return verb.form == "verb" and bool(others)


MEASURES = frozenset({"t", "kg", "L", "barrels", "m³", "head", "containers", "TEU", "pairs", "vehicles", "cars"})
_OWNERS = frozenset({"trade", "country", "republic", "nation", "two"})
_TRADE = frozenset(
    (
        "trade",
        "turnover",
        "commerce",
        "exports",
        "imports",
        "bilateral",
        "mutual",
        "two-way",
        "total",
        "annual",
        "overall",
    )
)
_BE = frozenset(("is", "was", "were", "are", "be", "been", "being", "totally", "now", "already"))
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|our\s+)?(?:[$€£]|(?P<noun>[\w’']+)(?:\s+(?P<after>[\w’']+))?)")
# "exports of 60 goods worth $300 million" is an offer of some, not a year's exports.
_SO_MANY = re.compile(
    r"(?:\s+to\s+(?:[\w’'-]+\s?){1,2})?\s+(?:of|by|for|on|in|across)\s+(?:[a-z]+\s+){0,2}\d+\s+(?:[\w-]+\s+){0,3}(?:goods|items|products|commodit\w+|types|kinds|sorts)\b"
)
_IN = re.compile(r"\s+in\s+(?:the\s+)?(?:[$€£]|([\w’']+))")
# "footwear was the category with the highest export value"
_GROUP_WITH = re.compile(
    r"\b(?:groups?|categor(?:y|ies)|items?|commodit(?:y|ies)|products?|goods)\s+with\s+the\s+(?:largest|highest|biggest|greatest)\s+\Z"
)
_IN_A_FIELD = re.compile(
    r"(?:\s+(?:between|of|with)\s+[\w ]{3,40}?)?\s+in\s+(?:this|that|the\s+said|these|those)\s+"
    r"(?:sector|field|area|industry|segment|categor|commodit|product)"
)
_TIME = re.compile(
    r"\d|goods|january|february|march|april|may|june|july|august|september|october|november|december|recent|last"
    r"|first|second|third|fourth|past|q\d|h\d|both|us|usd|terms|nine|ten|eleven|two|three|four|five|six|seven|eight"
    r"|this|that|early|late|mid|spring|summer|autumn|winter|year|previous|same|whole|period|volume|value|quarter"
    r"|half|next|coming|near|foreseeable|future|medium|short|long|years"
)
_WORD_BEFORE = re.compile(r"([\w’']+)[\s-]+\Z")
_WORTH_OF = re.compile(
    r"\s+(?:worth\s+of|of)\s+(?!(?:th(?:is|at|ese|ose)|it|them|which|the\s+(?:total|amount|figure|sum|volume))\b)"
    r"(?:the\s+|its\s+|their\s+)?(?P<noun>[\w’'-]+)(?:\s+(?P<after>[\w’'-]+))?"
)
_WORTH = re.compile(r"([\w’'-]+)\s+(?:worth|valued\s+at)\s+(?:a\s+total\s+(?:of\s+)?)?\Z")
_LIST = re.compile(r"(?::|\(|\s[–—-])([^:()–—]*)\Z")
_LINK = re.compile(phrases("link"))


# "fell on zinc ($141 million)", "were wheat - $12 million": the word beside the sign.
_BESIDE = re.compile(r"([a-z][\w’'-]*)\s*(?:\(|\s[–—-]|:)\s*(?:at\s+|for\s+|worth\s+)?\Z")
_IS = re.compile(
    r"\b(?:is|was|are|were|be|been|remains?|remained|looks?|stays?)\s+(?:[a-z]+ly\s+|still\s+|quite\s+|rather\s+|very\s+)?\Z"
)
# ", electronics accounted for $150 million": the words before the verb.
_SUBJECT = re.compile(
    r"(?:[,;:]|\b(?:and|while|with))\s+((?:[\w’'-]+\s+){1,3})(?:account(?:ed|s|ing)\s+for|made\s+up|mak(?:es|ing)\s+up"
    r"|constitut(?:ed|es|ing)|compris(?:ed|es|ing)|contribut(?:ed|es|ing)|brought\s+in|bringing\s+in|took\s+up)\s+\Z"
)


def _is_one_things(line: Line, mark: Mark, lead: int) -> bool:
    """Whether a figure stands beside the name of one sort of goods, in brackets, after a dash or its verb."""
    beside = _BESIDE.search(line.low, max(mark.end, lead - 40), lead)
    if beside and not (beside[0].rstrip().endswith(":") and _IS.search(line.low, mark.end, beside.start(1))):
        ends = beside.end(1)
        known = any(k.start < ends <= k.end for k in (*line.dates, *line.places, *line.amounts))
        return not known and _is_thing(beside[1])
    subject = _SUBJECT.search(line.low, max(mark.end, lead - 72), lead)
    if not subject:
        return False
    at, words = subject.start(1), subject[1].split()
    if any(k.start < subject.end(1) and at < k.end for k in (*line.dates, *line.places)):
        return False
    return any(_is_thing(word) for word in words) and not set(words) & (_TRADE | WHOLE)


def _is_thing(word: str) -> bool:
    if word in GENERIC | GOODS | _TRADE | WHOLE | REACHED_WORDS or word in DIRECTION:
        return False
    return not (_LINK.fullmatch(word) or word.endswith(("ing", "ed", "ly", "'s", "’s")))


def _in_list(line: Line, mark: Mark, lead: int) -> bool:
    """Whether a thing is named between a colon and the figure: "exports: zinc – $32 million"."""
    listed = _LIST.search(line.low, mark.end, lead)
    if not listed:
        return False
    parts, at = [], listed.start(1)
    for known in sorted([*line.dates, *line.places, *line.amounts], key=lambda m: m.start):
        if at <= known.start and known.end <= lead:
            parts.append(line.low[at : known.start])
            at = known.end
    named = re.findall(r"[a-z][\w’'-]*", " ".join([*parts, line.low[at:lead]]))
    if any(word in REACHED_WORDS for word in named):
        return False
    return any(
        word not in GENERIC | GOODS | _TRADE and word not in DIRECTION and not _LINK.fullmatch(word) for word in named
    )


def _takes_all_goods(line: Line, verb: Mark, lead: int) -> bool:
    """Whether what someone exported is all goods: nothing is named, or "goods" are."""
    if any(a.unit not in ("USD", "%", "x") for a in line.amounts if verb.end <= a.start and a.end <= lead):
        return False  # "sold Vietnam 50,000 tons of wheat for …"
    between = line.low[verb.end : lead].split()
    if not between or between[0] in GOODS or between[0] in ("worth", "to", "from", "a", "as", "in", "for"):
        return True
    return _ends_place(line, lead) or between[0][0].isdigit()


def grows_in_named_goods(line: Line, mark: Mark, start: int) -> bool:
    """Whether growth at `start` is that of some goods which a verb names: "exported wheat for …, up 30%"."""
    if mark.form != "verb" or start < mark.end or any(0 <= p.start - mark.end <= 5 for p in line.places):
        return False
    return not _takes_all_goods(line, mark, start)


def of_named_goods(line: Line, lead: int) -> bool:
    """Whether the words before a figure name one sort of goods: "smartphones worth $220 million"."""
    named = line.lead(_WORTH, lead, 48)
    return bool(named) and _is_thing(named[1]) and not _ends_place(line, named.end(1))


def _is_noun(word: str) -> bool:
    return word not in GENERIC | GOODS and not word.endswith(("ing", "ed"))


def _place_at(line: Line, position: int) -> PlaceMention | None:
    return next((p for p in line.places if p.start == position), None)


def _ends_place(line: Line, position: int) -> bool:
    return any(p.end == position for p in line.places)
