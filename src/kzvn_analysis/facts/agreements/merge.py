"""Make one row of all that an article says of one instrument or institution."""

from __future__ import annotations

from collections.abc import Iterable

from ...edtf import edtf_bounds
from ...reading import gated as re
from .model import Mention
from .titles import content_words


def merge(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention per instrument, in text order: title and quote of the weightiest, dates from any.

    Parameters
    ----------
    mentions
        In text order.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: m.key == BARE):  # they belong to the first that they may be
        group = next((g for g in groups if any(_same(mention, m) for m in g)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return [_one(group) for group in groups if not _is_headline_of(group, groups)]


def _is_headline_of(group: list[Mention], groups: list[list[Mention]]) -> bool:
    """Whether only a headline names it, in other words than the text that tells of one such."""
    if any(m.sentence.kind not in ("title", "subhead") for m in group) or group[0].key:
        return False
    return any(
        (m.kind, m.status) == (group[0].kind, group[0].status) and m.sentence.kind == "body"
        for other in groups
        for m in other
    )


BARE = ("bare",)  # key of a memorandum that is named no further


def _same(a: Mention, b: Mention) -> bool:
    if a.sentence is b.sentence and a.rule == b.rule == "instrument-list" and a.start != b.start:
        return False  # two items of one list
    local = BARE in (a.key, b.key) and {a.kind, b.kind} == {"memorandum", "twinning"}
    if a.kind != b.kind and {a.kind, b.kind} != {"treaty", "agreement"} and not local:
        return False
    if a.period and b.period and a.period[:4] != b.period[:4] and a.status == b.status:
        return False
    if BARE in (a.key, b.key):
        return a.status == b.status
    if a.key or b.key:
        return a.key == b.key
    x, y = content_words(a.title), content_words(b.title)
    if not x and not y:
        return a.title.lower() == b.title.lower()  # "joint statement"
    if not any(word.isalpha() for word in x & y) and _papers(a.title) != _papers(b.title):
        return False  # a plan and a programme for the same years are two
    shared = len(x & y)
    return bool(shared) and (x <= y or y <= x or shared / len(x | y) >= 0.6)


def _papers(title: str) -> frozenset[str]:
    """What sorts of paper a title calls it."""
    return frozenset(_PAPERS.findall(title.lower()))


_PAPERS = re.compile(r"\b(?:programm?|plan|road\s?map|protocol|statement|declaration|strategy|schedule)")


def _one(group: list[Mention]) -> Mention:
    best = max(group, key=lambda m: m.weight)
    status = best.status
    if status == "proposed" and any(m.status == "concluded" and m.weight >= 20 for m in group):
        status = "concluded"
        best = max((m for m in group if m.status == "concluded"), key=lambda m: m.weight)
    agreeing = [m for m in group if m.status == status]
    return Mention(
        best.sentence, min(m.start for m in group), best.title, best.kind, status, best.rule,
        _narrowest([best.period, *(m.period for m in agreeing)]),
        _narrowest([best.in_force, *(m.in_force for m in agreeing)]),
        best.key, best.weight,
    )  # fmt: skip


def _narrowest(periods: list[str | None]) -> str | None:
    """The first period given, or a later one that lies within it."""
    known = [p for p in periods if p]
    if not known:
        return None
    first, last = edtf_bounds(known[0])
    within = [p for p in known if first <= edtf_bounds(p)[0] and edtf_bounds(p)[1] <= last]
    return min(within, key=lambda p: edtf_bounds(p)[1] - edtf_bounds(p)[0])
