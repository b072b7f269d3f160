"""Judge which trade words of a line mean the two countries' whole trade with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...reading import PlaceMention, Span
from ...reading import gated as re
from ..termlist import lower
from .goods import of_one_commodity
from .line import Line, Mark
from .pair import PAIR, country, partner
from .ties import places_after, places_before
from .vocabulary import AFTER_TRADE, BEFORE_TRADE, REACHED


def judge_marks(line: Line, paragraph: int) -> None:
    """Settle the line's marks.

    A flow of one commodity, of a region, of a bloc, with the world or with a third country becomes a
    block; "trade" in "trade agreement" is no mark at all.

    Parameters
    ----------
    line
        Changed in place.
    paragraph
        Where the line's paragraph begins in the article.
    """
    judged: list[Mark] = []
    for mark in line.marks:
        if mark.kind == "flow":
            if _is_compound(line, mark):
                continue
            own = mark.form == "verb" or _is_their_own(line, mark, paragraph)
            mark = mark if own else replace(mark, kind="block")
        judged.append(_paired(line, judged, mark))
    line.marks = sorted([*judged, *_by_partner(line, judged)], key=lambda m: (m.start, m.end))


def _by_partner(line: Line, marks: Sequence[Mark]) -> list[Mark]:
    """The further partners of a list: "trade with Malaysia came to $240 million, with Vietnam to $830 million"."""
    trade = next((m for m in marks if m.flow == "turnover" and _WITH_WHOM.match(line.low, m.end, line.end)), None)
    if trade is None:
        return []
    owner = {country(p) for p in places_before(line, trade)}
    found = []
    for place in line.places:
        if place.start < trade.end + 10 or place.kind != "country" or not line.lead(_AND_WITH, place.start, 24):
            continue
        own = place.country in PAIR and owner == {partner(place.country)}
        found.append(Mark(place.start, place.end, "flow" if own else "block", "turnover"))
    return found


_WITH_WHOM = re.compile(r"\s+(?:turnover\s+)?with\s")
_AND_WITH = re.compile(r"(?:[,;]\s+(?:and\s+)?|\band\s+)with\s+(?:the\s+)?\Z")


def _is_compound(line: Line, mark: Mark) -> bool:
    """Whether "trade" is only a part of a name: "trade agreement", "Ministry of Industry and Trade"."""
    if line.low[mark.start : mark.end].split()[-1] not in ("trade", "commerce"):
        return False
    _, before = _words_before(line, mark)
    if " " in before and before in BEFORE_TRADE:
        return True
    gap = _GAP.match(line.low, mark.end, line.end)
    if not gap:
        return False
    found = AFTER_TRADE.find(line.low, gap.end(), min(line.end, gap.end() + 28))
    return bool(found) and found[0][0] == gap.end()


_NEAR = 5  # words between a trade word and the country it is tied to
_GAP = re.compile(r"[\s-]+")
_LABEL = re.compile(r"\s*(?:[:–—=]|-\s?[\d$u])")
_OF_SUM = re.compile(r"\s+(?:(?:of|at|worth)\s+)?(?:about\s+|some\s+|over\s+|nearly\s+|more\s+than\s+)?")
_POTENTIAL = re.compile(r"\bpotential\s+(?:(?:of|for|in)\s+)?(?:(?!\w+ing\b)[\w-]+\s+){0,2}\Z")
_SHARE = re.compile(r"\bshare\s+(?:of\s+[^.,;]{2,60}?\s+)?in\s+(?:[\w’'-]+\s+){0,4}\Z")
_WORLD = re.compile(
    r"\b(?:world(?:wide)?|abroad|overseas|global(?:ly)?|all\s+countries|(?:non-)?cis|third\s+countries)\b"
)
_WORDS_BEFORE = re.compile(r"(?:([\w’'-]++)\s++)?([\w’']++)[\s-]++\Z")
_WHOSE = re.compile(r"\b(?:whose|its|their)\s+(?:[\w-]+\s+){0,2}\Z")
_WHILE = re.compile(r"(?:\b(?:while|whereas|and|but|with)|[,;])\s+(?:the\s+|its\s+|their\s+)?\Z")


def _is_their_own(line: Line, mark: Mark, paragraph: int) -> bool:
    owners = places_before(line, mark)
    after = places_after(line, mark, _clause_end(line, mark))
    tied = [country(p) for p in owners] + [country(p) for _, p, words in after if words <= _NEAR]
    tied += _possessor(line, mark)
    if any(code not in PAIR for code in tied) or of_one_commodity(line, mark, owners):
        return False
    if _WORLD.search(line.low, mark.end, min(line.end, mark.end + 60)) or line.lead(_POTENTIAL, mark.start):
        return False
    if line.lead(_SHARE, mark.start, 96):
        return False
    if mark.form == "weak" and not owners and not after and not _is_label(line, mark):
        return False
    if mark.flow != "turnover" and _is_a_firms(line, mark):
        return False
    if not tied and _about_others(line, mark, paragraph):
        return False
    return mark.flow != "turnover" or _is_turnover(line, mark, owners, tied)


def _is_a_firms(line: Line, mark: Mark) -> bool:
    """Whether exports are those of somebody who is no country: "Vinamilk's exports", "the group's deliveries"."""
    owner = _OWNER.search(line.text, max(0, mark.start - 64), mark.start)
    if not owner:
        return False
    inside = (*line.places, *line.dates)
    if any(m.start < owner.end() and owner.start() < m.end for m in inside):
        return False
    return owner[1][0].isupper() or bool(_FIRM.fullmatch(owner[1]))


_OWNER = re.compile(r"\b([A-Z][\w&.-]*|[a-z]+)(?:['’]s|(?<=s)['’])\s+(?:(?:total|annual|own|direct|overall)\s+){0,2}\Z")
_FIRM = re.compile(
    r"(?:company|companies|firm|group|corporation|enterprise|producer|manufacturer|maker|brand|factory|plant|holding"
    r"|exporter|supplier|cooperative|carrier|farm|dairy|mill|region|province|city|union|bloc|association|industry"
    r"|sector)s?"
)


def _is_label(line: Line, mark: Mark) -> bool:
    """ "(export – $140 million, import – $501 million)", "Export made $170 million"."""
    if _LABEL.match(line.low, mark.end, line.end):
        return True
    if any(_OF_SUM.fullmatch(line.low, mark.end, a.start) for a in line.dollars):
        return True  # "including export of 30,4 million USD"
    verb = REACHED.find(line.low, mark.end, min(line.end, mark.end + 20))
    return bool(verb) and verb[0][0] == mark.end + 1


def _is_turnover(line: Line, mark: Mark, owners: Sequence[PlaceMention], tied: Sequence[str]) -> bool:
    """Whether a turnover is not "world trade" or "wheat trade", nor one country's trade with everyone."""
    word, before = _words_before(line, mark)
    if (word in BEFORE_TRADE or before in BEFORE_TRADE) and not (word in ("foreign", "external") and tied):
        return False
    had = line.lead(_HAD, mark.start)
    theirs = had and (
        _THEY.search(line.low, line.start, had.start()) or any(0 <= had.start() - p.end <= 3 for p in line.places)
    )
    if had and not theirs:
        return False  # a firm's turnover
    sides = {country(p) for p in owners}
    if len(sides) != 1:
        return True
    other = partner(sides.pop())
    return any(country(p) == other for p in line.places)


_HAD = re.compile(
    r"\b(?:had|has|have|having|posts?|posted|reports?|reported|generates?|generated)\s+an?\s+"
    r"(?:annual\s+|yearly\s+|total\s+|net\s+|combined\s+)*\Z"
)
_THEY = re.compile(
    r"\b(?:countries|nations|sides|states|partners|they|we|economies|neighbours|neighbors)\s*(?:already\s+|both\s+)?\Z"
)


def _clause_end(line: Line, mark: Mark) -> int:
    return next((m.start for m in line.marks if m.kind == "flow" and m.start >= mark.end), line.end)


def _words_before(line: Line, mark: Mark) -> tuple[str, str]:
    """The word right before a mark, and the two words before it."""
    match = line.lead(_WORDS_BEFORE, mark.start, 40)
    return (match[2], f"{match[1] or ''} {match[2]}".strip()) if match else ("", "")


def _possessor(line: Line, mark: Mark) -> list[str]:
    """Whom "whose", "its", "their" before a trade word stands for, if that is a bloc or a third country."""
    match = line.lead(_WHOSE, mark.start)
    if not match:
        return []
    earlier = [country(p) for p in line.places if p.end <= match.start() and p.kind in ("country", "bloc")]
    return [code for code in earlier[-1:] if code not in PAIR]


# "the border with China", "via Russia": where goods pass, not whose they are.
_ON_THE_WAY = re.compile(
    r"\b(?:borders?\s+(?:with|of)|bordering|via|through|across|crossing|transit(?:ing)?)\s+(?:the\s+)?\Z"
)


def _about_others(line: Line, mark: Mark, paragraph: int) -> bool:
    """Whether the paragraph so far is about a third country and not about both of the two."""
    reading, at = line.reading, line.sentence.start + mark.start
    places = reading.within(reading.places, Span(paragraph, line.sentence.end))
    places = [p for p in places if p.kind in ("country", "adjective")]
    if all(country(p) in PAIR for p in places):
        return False
    places = [p for p in places if not _ON_THE_WAY.search(lower(reading.text[max(0, p.start - 24) : p.start]))]
    named = {country(p) for p in places}
    return any(country(p) not in PAIR for p in places if p.end <= at) and not set(PAIR) <= named


def _paired(line: Line, marks: Sequence[Mark], mark: Mark) -> Mark:
    """Let "shipments to Vietnam … while purchases were" stand: the other direction says whose they are."""
    if mark.kind != "block" or mark.form != "weak":
        return mark
    other = {"export": "import", "import": "export"}[mark.flow]
    told = any(m.kind == "flow" and m.flow == other for m in marks)
    return replace(mark, kind="flow", form="noun") if told and line.lead(_WHILE, mark.start) else mark
