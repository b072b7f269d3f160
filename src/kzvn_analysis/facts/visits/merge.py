"""Put together what the passages of a clipping say of one visit, and make its row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...reading import PersonMention, Reading
from .compare import near, period_of, status_of, undated_fits
from .draft import OTHER, Draft
from .row import LEVELS, VisitFact


@dataclass(eq=False, slots=True)
class Group:
    """The passages about one visit."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def lead(self) -> Draft:
        return self.drafts[0]

    @property
    def visitor(self) -> PersonMention | None:
        return next((d.visitor for d in self.drafts if d.visitor), None)

    @property
    def origin(self) -> str | None:
        return next((d.origin for d in self.drafts if d.origin), None)

    @property
    def host(self) -> str | None:
        return next((d.host for d in self.drafts if d.host), None)

    @property
    def periods(self) -> list[str]:
        return [d.period for d in self.drafts if d.period]

    @property
    def last_index(self) -> int:
        return max(d.scene.index for d in self.drafts)


def merged(reading: Reading, drafts: Iterable[Draft]) -> Iterator[VisitFact]:
    """One row per visit, in text order.

    Parameters
    ----------
    reading
    drafts
        In text order.
    """
    published = reading.published.edtf
    drafts = _years_told_elsewhere(list(drafts))
    groups = _visits([d for d in drafts if d.kind == "visit" and d.visitor and not d.anaphoric], published)
    _meetings([d for d in drafts if d.kind == "meeting" and not d.anaphoric], groups, published)
    _sessions([d for d in drafts if d.kind == "session"], groups)
    _missions([d for d in drafts if d.kind == "mission"], groups)
    _point_back([d for d in drafts if d.anaphoric], groups)
    rows = [_row(reading, group, published) for group in groups if _tells_enough(group)]
    yield from sorted((r for r in rows if r), key=lambda r: (r.start, r.end))


def _years_told_elsewhere(drafts: list[Draft]) -> list[Draft]:
    """Give "on August 21" the year of what else is told of the traveller, if that was a day or two away."""
    out = []
    for draft in drafts:
        pair = {p.key for p in (draft.visitor, draft.counterpart) if p}
        if draft.month_day and re.fullmatch(r"\d\d-\d\d", draft.month_day) and not draft.period:
            days = {
                f"{d.period[:4]}-{draft.month_day}" for d in drafts if d.period and d.visitor and d.visitor.key in pair
            }
            fitting = [day for day in sorted(days) if any(_days_from(day, d.period) for d in drafts)]
            draft = draft.but(period=fitting[0]) if len(fitting) == 1 else draft
        out.append(draft)
    return out


def _days_from(day: str, period: str | None) -> bool:
    try:
        return period is not None and period.count("-") >= 2 and near(day, period)
    except ValueError:
        return False  # February 29


def _visits(drafts: list[Draft], published: str | None) -> list[Group]:
    """Passages about one person's visits, the dated ones first, each to the visit of its time."""
    groups: list[Group] = []
    for draft in [*(d for d in drafts if d.period), *(d for d in drafts if not d.period)]:
        mine = [g for g in groups if _same_way(g, draft)]
        if draft.period:
            fitting = [g for g in mine if any(near(p, draft.period) for p in g.periods)]
        else:
            fitting = [g for g in mine if undated_fits(draft, g.drafts, published)]
        if fitting:
            _closest(fitting, draft).drafts.append(draft)
        else:
            groups.append(Group([draft]))
    for group in groups:
        group.drafts.sort(key=lambda d: (d.scene.index, d.position))
    return groups


def _same_way(group: Group, draft: Draft) -> bool:
    return (
        group.visitor.key == draft.visitor.key and group.origin == draft.origin and group.host == draft.host
    )


def _closest(groups: list[Group], draft: Draft) -> Group:
    """The group last spoken of before the passage, else the first after it."""
    index = draft.scene.index

    def distance(group: Group) -> tuple[bool, int]:
        before = [index - d.scene.index for d in group.drafts if d.scene.index <= index]
        return (False, min(before)) if before else (True, min(d.scene.index for d in group.drafts) - index)

    return min(groups, key=distance)


def _meetings(drafts: list[Draft], groups: list[Group], published: str | None) -> None:
    """A meeting is part of the visit it was held on; else it is a contact of its own."""
    for draft in [*(d for d in drafts if d.period), *(d for d in drafts if not d.period)]:
        group = _visit_of(draft, groups, published)
        if group:
            group.drafts.append(draft)
        elif draft.period or draft.host or draft.status != "planned":
            groups.append(Group([draft]))


def _visit_of(draft: Draft, groups: list[Group], published: str | None) -> Group | None:
    """The visit on which a meeting was held, or the meetings of the same traveller there and then."""
    pair = {p.key for p in (draft.visitor, draft.counterpart) if p}
    fitting = []
    for group in groups:
        lead, visitor = group.lead, group.visitor
        if visitor is None or visitor.key not in pair:
            continue
        if draft.host and group.host and draft.host != group.host:
            continue
        told = {p.key for d in group.drafts for p in (d.visitor, d.counterpart) if p}
        if lead.kind == "meeting" and draft.visitor.key != visitor.key and not pair <= told:
            continue
        if _is_then(draft, group, published):
            fitting.append(group)
    return _closest(fitting, draft) if fitting else None


def _is_then(draft: Draft, group: Group, published: str | None) -> bool:
    """Whether a meeting can have been held on a visit, or with others, by the times that are told."""
    if draft.period and group.periods:
        return any(near(p, draft.period) for p in group.periods)
    if draft.period:
        return not any(d.dated or d.status == "planned" for d in group.drafts)
    recalled_later = min(d.scene.index for d in group.drafts) > draft.scene.index + 1
    if draft.host is None and group.lead.kind == "visit" and recalled_later:
        return False
    return undated_fits(draft, group.drafts, published) or (group.lead.kind == "visit" and not draft.dated)


def _sessions(drafts: list[Draft], groups: list[Group]) -> None:
    for draft in drafts:
        if draft.level == "talks" and any(
            d.scene is draft.scene and d.kind != "session" for g in groups for d in g.drafts
        ):
            continue  # "consultations between X and Y" is told already
        hosting = [
            g
            for g in groups
            if g.lead.kind in ("visit", "meeting")
            and (draft.host in (g.host, None) or g.host is None and _of_the_chairman(g, draft))
            and (not g.periods or not draft.period or any(near(p, draft.period) for p in g.periods))
            and (_in_one_sentence(g, draft) or _of_the_chairman(g, draft) or _attended(g, draft) or _came_for(g, draft))
        ]
        if hosting and (draft.host or draft.period) and not draft.another:
            hosting[0].drafts.append(draft)
            continue
        like = [g for g in groups if g.lead.kind == "session" and _same_session(g, draft)]
        if like:
            like[-1].drafts.append(draft)
        else:
            groups.append(Group([draft]))


def _in_one_sentence(group: Group, draft: Draft) -> bool:
    """Whether a visit is told in the sentence of a session, so that it was what the visitor came for."""
    return any(d.scene is draft.scene and d.level in (None, "commission") for d in group.drafts) and not any(
        d.level not in (None, "commission") for d in group.drafts
    )


def _of_the_chairman(group: Group, draft: Draft) -> bool:
    """Whether who led the guests' side of a session then met others there: "X was also received by Y"."""
    one, two = group.visitor, draft.visitor
    if one is None or two is None or one.key != two.key:
        return False
    status = {d.status or "made" for d in group.drafts}
    return status == {draft.status or "made"} and not any(d.dated and not d.period for d in group.drafts)


_ATTENDS = re.compile(
    r"\b(?:tak(?:e|es|ing|en) part|took part|participat\w+|attend\w*|co-chair\w*|chair\w*|address\w*|open\w*|for) "
)


def _attended(group: Group, draft: Draft) -> bool:
    """Whether the sentence of a session says that a visitor took part in it."""
    visitor, scene = group.visitor, draft.scene
    here = visitor and any(scene.at[p].key == visitor.key for p in scene.people if p < draft.position)
    return bool(here) and draft.host is None and bool(_ATTENDS.search(scene.text, 0, draft.position))


def _came_for(group: Group, draft: Draft) -> bool:
    """Whether a visitor came for the session that a later sentence gives the day of."""
    purpose = [d for d in group.drafts if d.level == "commission"]
    return bool(purpose) and draft.host is None and (draft.status or "made") in {d.status or "made" for d in purpose}


def _same_session(group: Group, draft: Draft) -> bool:
    if group.lead.level != draft.level:
        return False
    if group.host and draft.host and group.host != draft.host:
        return False
    if group.periods and draft.period:
        return any(near(p, draft.period) for p in group.periods)
    return (group.lead.status or "made") == (draft.status or "made")


def _missions(drafts: list[Draft], groups: list[Group]) -> None:
    for draft in drafts:
        like = [
            g
            for g in groups
            if g.origin == draft.origin
            and g.host == draft.host
            and (
                (draft.period and any(near(p, draft.period) for p in g.periods))
                or (
                    g.lead.kind == "mission"
                    and not (draft.period and g.periods)
                    and g.lead.status == draft.status
                )
            )
        ]
        if like:
            like[0].drafts.append(draft)
        else:
            groups.append(Group([draft]))


def _point_back(drafts: list[Draft], groups: list[Group]) -> None:
    """ "The three-day visit" lends its level and time to the visit told last before it."""
    for draft in drafts:
        fitting = [
            g
            for g in groups
            if g.lead.kind in ("visit", "meeting")
            and (None in (draft.host, g.host) or g.host == draft.host)
            and (draft.visitor is None or g.visitor is None or g.visitor.key == draft.visitor.key)
            and min(d.scene.index for d in g.drafts) <= draft.scene.index
            and draft.scene.sentence.section == g.lead.scene.sentence.section
            and (not draft.period or not g.periods or any(near(p, draft.period) for p in g.periods))
        ]
        if fitting:
            group = _closest(fitting, draft)
            if draft.scene.index - group.last_index <= _REACH:
                group.drafts.append(draft)


_REACH = 3


def _tells_enough(group: Group) -> bool:
    """Whether a visit by somebody the clipping never names has at least a time or a level."""
    visitor = group.visitor
    named = visitor is None or visitor.name is not None
    return named or bool(group.periods) or any(d.level for d in group.drafts)


def _row(reading: Reading, group: Group, published: str | None) -> VisitFact | None:
    drafts = group.drafts
    visitor = group.visitor
    best = max(drafts, key=lambda d: (_weight(d, drafts), -d.scene.index))
    sentence = best.scene.sentence
    period = period_of(drafts)
    kind = _kind(drafts)
    met = [d for d in drafts if d.counterpart and (d.scene is best.scene or kind == "meeting")]
    counterpart = next((_other(d, visitor) for d in sorted(met, key=lambda d: d.scene is not best.scene)), None)
    return VisitFact(
        article_id=reading.article.article_id,
        start=sentence.start,
        end=sentence.end,
        quote=reading.text[sentence.start : sentence.end],
        rule=best.rule,
        visitor=visitor.name if visitor else None,
        visitor_role=_role(drafts, visitor, best),
        origin=group.origin,
        host=group.host,
        level=_level(drafts, "visit" if kind == "meeting" and _tells_a_visit(drafts) else kind),
        period=period,
        status=status_of(drafts, period, published),
        counterpart=counterpart.name if counterpart else None,
    )


def _other(draft: Draft, visitor: PersonMention | None) -> PersonMention | None:
    """Whom the visitor met: a meeting may be told from either side."""
    if visitor and draft.counterpart.key == visitor.key:
        return draft.visitor if draft.visitor and draft.visitor.key != visitor.key else None
    return draft.counterpart


def _tells_a_visit(drafts: list[Draft]) -> bool:
    """Whether the passages about a meeting call it part of a visit."""
    return any(d.kind == "visit" and d.anaphoric for d in drafts)


def _kind(drafts: list[Draft]) -> str:
    kinds = {d.kind for d in drafts if not d.anaphoric}
    return next((k for k in ("visit", "mission", "session", "meeting") if k in kinds), "visit")


def _level(drafts: list[Draft], kind: str) -> str:
    stated = Counter(d.level for d in drafts if d.level and not (d.kind == "session" and kind != "session"))
    own = Counter({level: n for level, n in stated.items() if level in ("state", "official", "working")})
    for counted in (own, stated):
        if counted:
            return max(counted, key=lambda level: (counted[level], -LEVELS.index(level)))
    if kind == "visit" and any(d.kind == "session" for d in drafts):
        return next(d.level for d in drafts if d.kind == "session")
    return {"meeting": "talks", "session": "commission", "mission": "delegation"}.get(kind, "unspecified")


def _role(drafts: list[Draft], visitor: PersonMention | None, best: Draft) -> str | None:
    """The office as the quoted sentence has it, else as another passage."""
    if visitor is None:
        return None
    told = [d for d in drafts if d.visitor and d.visitor.key == visitor.key and d.visitor.role]
    roles = [d.visitor.role for d in sorted(told, key=lambda d: d.scene is not best.scene)]
    return roles[0] if roles else None


def _weight(draft: Draft, drafts: list[Draft]) -> float:
    """How much a passage tells of the visit."""
    mine = [d for d in drafts if d.scene is draft.scene]
    weight = 0.0
    if any(d.period for d in mine):
        weight += 3 + any((d.period or "").count("-") >= 2 for d in mine)
    weight += 2 * any(d.level for d in mine)
    weight += 2 * any(d.explicit_host for d in mine)
    weight += any(d.visitor is not None for d in mine) + 0.5 * any(d.counterpart is not None for d in mine)
    if draft.scene.sentence.kind in ("title", "subhead"):
        weight -= 4
    return weight


__all__ = ["OTHER", "Group", "merged"]
