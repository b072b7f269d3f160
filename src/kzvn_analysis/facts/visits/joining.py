"""Let sessions, missions and what points back join the visits they belong to."""

from __future__ import annotations

from ...reading import gated as re
from .compare import near
from .draft import Draft
from .groups import Group, closest


def join_sessions(drafts: list[Draft], groups: list[Group]) -> None:
    """Add each session to the visit it was held on, to what else is told of it, or by itself."""
    for draft in sorted(drafts, key=lambda d: (d.visitor is None, d.host is None)):
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
            and any(
                joins(g, draft)
                for joins in (_in_one_sentence, _of_the_chairman, _attended, _on_its_days, _dates_it)
            )
        ]
        apart = draft.another or draft.level == "commission" and hosting and _is_of_rank(hosting[0])
        if hosting and (draft.host or draft.period) and not apart:
            hosting[0].drafts.append(draft)
            continue
        if hosting and not draft.another:
            visit = hosting[0]
            period = draft.period or next(iter(visit.periods), None)
            draft = draft.but(period=period, origin=visit.origin, host=visit.host)
        like = [g for g in groups if _same_session(g, draft)]
        if like:
            like[-1].drafts.append(draft)
        else:
            groups.append(Group([draft]))


def _is_of_rank(group: Group) -> bool:
    """Whether a visit is a state, official or working one: a session held on it stands beside it."""
    return any(d.level in ("state", "official", "working") for d in group.drafts)


def _in_one_sentence(group: Group, draft: Draft) -> bool:
    """Whether a visit is told in the sentence of a session, so that it was what the visitor came for."""
    here = [d for d in group.drafts if d.scene is draft.scene]
    if any(_APART.search(draft.scene.text, d.position, draft.position) for d in here if d.position < draft.position):
        return False
    return any(d.level in (None, "commission") for d in here) and not any(
        d.level not in (None, "commission") for d in group.drafts
    )


# "P is expected in L, and the committee will convene its session"
_APART = re.compile(r", (?:and|while|whereas) the [a-zA -]*(?:commission|committee|council|group)\b[^,;]*$")


def _of_the_chairman(group: Group, draft: Draft) -> bool:
    """Whether who led the guests' side of a session then met others there: "X was also received by Y"."""
    one, two = group.visitor, draft.visitor
    if one is None or two is None or one.key != two.key:
        return False
    # "will also visit L": more of the journey that is under way
    ahead = [d for d in group.drafts if d.status == "planned" and not d.dated]
    status = {d.status or "made" for d in group.drafts if d not in ahead or len(ahead) == len(group.drafts)}
    return status == {draft.status or "made"} and not any(d.dated and not d.period for d in group.drafts)


_ATTENDS = re.compile(
    r"\b(?:tak(?:e|es|ing|en) part|took part|participat\w+|attend\w*|co-chair\w*|chair\w*|address\w*|open\w*|for) "
)


def _attended(group: Group, draft: Draft) -> bool:
    """Whether the sentence of a session says that a visitor took part in it."""
    visitor, scene = group.visitor, draft.scene
    here = visitor and any(scene.at[p].key == visitor.key for p in scene.people if p < draft.position)
    return bool(here) and draft.host in (None, group.host) and bool(_ATTENDS.search(scene.text, 0, draft.position))


def _on_its_days(group: Group, draft: Draft) -> bool:
    """Whether a session without a place, told after a visit, falls on its days: "the next day he co-chaired …"."""
    day = draft.period is not None and draft.period.count("-") >= 2
    return (
        day
        and draft.host is None
        and group.lead.kind == "visit"
        and 0 <= draft.scene.index - group.last_index <= _NEXT
        and any(p.count("-") >= 2 and near(p, draft.period) for p in group.periods)
    )


_NEXT = 2


def _dates_it(group: Group, draft: Draft) -> bool:
    """Whether consultations of nobody named give the day of a visit there that has just been told without one."""
    return (
        draft.level == "talks"
        and draft.visitor is None
        and bool(draft.period)
        and draft.status == "made"
        and (group.lead.kind, group.host, group.lead.status or "made") == ("visit", draft.host, "made")
        and not any(d.dated or d.period for d in group.drafts)
        and 0 <= draft.scene.index - group.lead.scene.index <= _REACH_OF_NEWS
        and group.lead.scene.index <= _NEXT
    )


_REACH_OF_NEWS = 6  # sentences


def _same_session(group: Group, draft: Draft) -> bool:
    told = [d for d in group.drafts if d.kind == "session" and d.level == draft.level or _consults(d, draft)]
    if not told or group.lead.kind != "session" and draft.period and draft.period not in group.periods:
        return False
    if group.host and draft.host and group.host != draft.host:
        return False
    if group.periods and draft.period:
        return any(near(p, draft.period) for p in group.periods)
    return (told[0].status or "made") == (draft.status or "made")


def _consults(meeting: Draft, session: Draft) -> bool:
    """Whether a meeting is the consultations that a headline tells of without their time."""
    return session.level == "talks" and meeting.rule == "consultations" and not session.dated


def join_missions(drafts: list[Draft], groups: list[Group]) -> None:
    """Add each mission to what else is told of it, or by itself."""
    for draft in drafts:
        like = [
            g
            for g in groups
            if g.origin == draft.origin
            and g.host == draft.host
            and (
                (
                    draft.period
                    and g.lead.kind != "session"
                    and any(near(p, draft.period) for p in g.periods)
                    and (draft.period.count("-") > 1 or (g.lead.status or draft.status) == draft.status)
                )
                or (
                    g.lead.kind == "mission"
                    and not (draft.period and g.periods)
                    and g.lead.status == draft.status
                )
            )
        ]
        met = next((g for g in groups if not like and _met_on(g, draft)), None)
        if like:
            like[0].drafts.append(draft)
        elif met:
            met.drafts[:] = [_from_the_side(d, draft) for d in met.drafts]
        else:
            groups.append(Group([draft]))


def _met_on(group: Group, mission: Draft) -> bool:
    """Whether a meeting of which no place is told was held on a mission told right after or before it."""
    return (
        all(d.kind == "meeting" and d.host is None for d in group.drafts)
        and (mission.status or "made") == (group.lead.status or "made")
        and abs(mission.scene.index - group.lead.scene.index) <= _NEXT
        and mission.scene.sentence.section == group.lead.scene.sentence.section
        and not (mission.period and group.periods and not any(near(p, mission.period) for p in group.periods))
    )


def _from_the_side(meeting: Draft, mission: Draft) -> Draft:
    """A meeting as of who travelled."""
    one, two = meeting.visitor, meeting.counterpart
    if two is not None and two.country == mission.origin:
        one, two = two, one
    level = mission.level if _OF_MISSION.search(meeting.scene.text) else meeting.level
    return meeting.but(visitor=one, counterpart=two, origin=mission.origin, host=mission.host, level=level)


_OF_MISSION = re.compile(
    r"\b(?:within|in the framework|as part|during|in the course)\b[^.;P]{0,20} the (?:trade )?mission\b"
)


def point_back(drafts: list[Draft], groups: list[Group]) -> None:
    """ "The three-day visit" lends its level and time to the visit told last before it."""
    for draft in drafts:
        fitting = [
            g
            for g in groups
            if g.lead.kind in ("visit", "meeting")
            and (None in (draft.host, g.host) or g.host == draft.host)
            and (draft.visitor is None or g.visitor is None or g.visitor.key == draft.visitor.key)
            and min(d.scene.index for d in g.drafts) <= draft.scene.index
            and (draft.scene.sentence.section == g.lead.scene.sentence.section or _answers(draft))
            and (not draft.period or not g.periods or any(near(p, draft.period) for p in g.periods))
        ]
        if fitting:
            group = closest(fitting, draft)
            if draft.scene.index - group.last_index <= _REACH:
                group.drafts.append(draft)


def _answers(draft: Draft) -> bool:
    """Whether a passage answers a question about a visit that the opening of an interview has told of."""
    asked = draft.scene.before
    return asked is not None and asked.sentence.kind == "subhead" and bool(_ASKED.search(asked.text))


_ASKED = re.compile(r"\b(?:visit|trip)\b.*\?\W*$")
_REACH = 3
