"""Put together what the passages of a clipping say of one visit, and make its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ...reading import PersonMention, Reading
from ...reading import gated as re
from ...reading.dates import edtf_bounds
from .compare import AS_NEWS, has_arrived, near, period_of, status_of, undated_fits
from .cues import is_remote
from .draft import Draft
from .groups import Group, closest
from .joining import join_missions, join_sessions, point_back
from .mission_words import is_of_business
from .news import month_of_news
from .row import LEVELS, VisitFact
from .years import year_ahead, years_told_elsewhere


def merged(reading: Reading, drafts: Iterable[Draft]) -> Iterator[VisitFact]:
    """One row per visit, in text order.

    Parameters
    ----------
    reading
    drafts
        In text order.
    """
    published = reading.published.edtf
    drafts = _of_the_guest(years_told_elsewhere(list(drafts)))
    groups = _visits([d for d in drafts if d.kind == "visit" and d.visitor and not d.anaphoric], published)
    _meetings([d for d in drafts if d.kind == "meeting" and not d.anaphoric], groups, published)
    join_sessions([d for d in drafts if d.kind == "session"], groups)
    join_missions([d for d in drafts if d.kind == "mission"], groups)
    point_back([d for d in drafts if d.anaphoric], groups)
    groups = [g for g in groups if not _is_but_the_headline(g, groups)]
    rows = [_row(reading, group, published) for group in groups if _tells_enough(group) and not _is_by_letter(group)]
    yield from sorted((r for r in rows if r), key=lambda r: (r.start, r.end))


def _of_the_guest(drafts: list[Draft]) -> list[Draft]:
    """All but "his trip" without a place where who received the guest before would make it: it is the guest's own."""
    hosts = {(d.counterpart.key, d.host) for d in drafts if d.counterpart and d.host and d.kind == "meeting"}

    def is_theirs(draft: Draft) -> bool:
        told = draft.explicit_host or draft.dated or draft.rule != "visit-noun" or not draft.visitor
        return told or (draft.visitor.key, draft.origin) not in hosts

    return [draft for draft in drafts if is_theirs(draft)]


def _visits(drafts: list[Draft], published: str | None) -> list[Group]:
    """Passages about one person's visits, the dated ones first, each to the visit of its time."""
    ways: dict[tuple, list[Group]] = {}  # by who went from where to where
    groups: list[Group] = []
    told: dict[Group, set[str]] = {}  # the times of each
    for draft in [*(d for d in drafts if d.period), *(d for d in drafts if not d.period)]:
        mine = ways.setdefault((draft.visitor.key, draft.origin, draft.host), [])
        if draft.period:
            fitting = [g for g in mine if any(near(p, draft.period) for p in told[g])]
        else:
            fitting = [g for g in mine if _told_together(draft, g) or undated_fits(draft, g.drafts, published)]
        if fitting:
            group = closest(fitting, draft)
            group.drafts.append(draft)
        else:
            group = Group([draft])
            groups.append(group)
            mine.append(group)
        told.setdefault(group, set()).update([draft.period] if draft.period else ())
    for group in groups:
        group.drafts.sort(key=lambda d: (d.scene.index, d.position))
    return groups


def _told_together(draft: Draft, group: Group) -> bool:
    """ "X has left for L, where he will be on a visit until D": two wordings of one sentence, one without a time."""
    here = [d for d in group.drafts if d.scene is draft.scene and not d.another]
    return not draft.dated and any(not d.dated or d.point in ("begin", "end") for d in here)


def _told_abroad(draft: Draft, groups: list[Group], published: str | None) -> Draft:
    """A reception as of whom it was given by: who is abroad receives people there, not at home."""
    one, two = draft.visitor, draft.counterpart
    if draft.rule != "received" or draft.explicit_host or two is None:
        return draft
    for group in groups:
        if group.lead.kind != "visit" or group.visitor.key != two.key or group.host != one.country:
            continue
        told = group.lead.scene.index <= draft.scene.index and not draft.dated
        recent = all(published and near(p, published) for p in group.periods)
        if told and recent and _is_then(draft, group, published):
            return draft.but(visitor=two, counterpart=one, origin=group.origin, host=group.host)
    return draft


def _meetings(drafts: list[Draft], groups: list[Group], published: str | None) -> None:
    """A meeting is part of the visit it was held on; else it is a contact of its own."""
    for draft in [*(d for d in drafts if d.period), *(d for d in drafts if not d.period)]:
        draft = _told_abroad(draft, groups, published)
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
        same_side = draft.visitor.key == visitor.key or draft.host is None and group.host is not None
        if lead.kind == "meeting" and not same_side and not pair <= told:
            continue
        if _is_then(draft, group, published):
            fitting.append(group)
    return closest(fitting, draft) if fitting else None


def _is_then(draft: Draft, group: Group, published: str | None) -> bool:
    """Whether a meeting can have been held on a visit, or with others, by the times that are told."""
    if draft.period and group.periods:
        return any(near(p, draft.period) for p in group.periods)
    if any(_THEN.search(d.scene.text, d.position, draft.position) for d in group.drafts if d.scene is draft.scene):
        return False
    if draft.period:
        if any(d.dated for d in group.drafts):
            return False
        return not any(d.status == "planned" for d in group.drafts)
    news = any(d.rule in AS_NEWS for d in group.drafts)
    news = news or bool(published) and any(near(p, published) for p in group.periods)
    told = max(draft.scene.index, sum(s.sentence.kind == "title" for s in draft.scene.family[:3]))
    recalled_later = not news and min(d.scene.index for d in group.drafts) > told + 1
    if draft.host is None and group.lead.kind == "visit" and recalled_later:
        return False
    return undated_fits(draft, group.drafts, published) or (group.lead.kind == "visit" and not draft.dated)


_THEN = re.compile(r", (?:and|while) D,? (?:the )?P")  # "P paid a visit to L, and D P met"


def _tells_enough(group: Group) -> bool:
    """Whether a visit by somebody the clipping never names has at least a time or a level."""
    visitor = group.visitor
    if visitor is None and group.lead.kind == "mission":
        dated = any(d.period or d.dated for d in group.drafts)
        return bool(group.periods) or not dated and (is_of_business(group.lead) or group.lead.status == "made")
    if all(_says_nothing(d) for d in group.drafts):
        return False
    named = visitor is None or visitor.name is not None
    return named or bool(group.periods) or any(d.level for d in group.drafts)


def _says_nothing(draft: Draft) -> bool:
    """Whether a passage speaks of a visit and not of where to, when or whether: "the programme of P's visit"."""
    scene = draft.scene
    there = any(scene.text[p] == "L" and scene.country(p) == draft.host for p in scene.at)
    return draft.kind == "visit" and not (draft.status or draft.explicit_host or draft.level or draft.dated or there)


def _is_but_the_headline(group: Group, groups: list[Group]) -> bool:
    """Whether only a headline tells of a meeting with somebody nameless, and the news below it says with whom."""
    pair = [p for d in group.drafts for p in (d.visitor, d.counterpart) if p]
    nameless = any(p.name is None for p in pair)
    if not nameless or not all(d.kind == "meeting" and d.scene.sentence.kind == "title" for d in group.drafts):
        return False
    named = {p.key for p in pair if p.name}
    return any(
        other is not group and named & {p.key for d in other.drafts for p in (d.visitor, d.counterpart) if p}
        for other in groups
    )


def _is_by_letter(group: Group) -> bool:
    """Whether only a headline tells of a meeting ("X greets Y"), and the news below it is of a letter or a call."""
    if not all(d.kind == "meeting" and d.scene.sentence.kind == "title" for d in group.drafts):
        return False
    body = [s for s in group.lead.scene.family[group.last_index + 1 :] if s.sentence.kind != "title"]
    return any(is_remote(s, p, p + 1) for s in body[:2] for p in s.people[:1])


def _row(reading: Reading, group: Group, published: str | None) -> VisitFact | None:
    drafts = group.drafts
    visitor = group.visitor
    best = max(drafts, key=lambda d: (_weight(d, drafts), -d.scene.index))
    sentence = best.scene.sentence
    period = period_of(drafts)
    if period and published and has_arrived(drafts) and edtf_bounds(period)[0] > edtf_bounds(published)[1]:
        period = period[:7]  # it began before the days that are told
    period = period or month_of_news(drafts, reading.published) or year_ahead(drafts, reading.published)
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
    return any(d.anaphoric and (d.kind == "visit" or d.rule == "received") for d in drafts)


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
