"""Tell when an instrument was signed, or is to be."""

from __future__ import annotations

from ...edtf import edtf_bounds
from ...reading import gated as re
from .coming import coming_period, is_past
from .cues import cue_words
from .events import event_period
from .scene import Located, Scene
from .status import AMENDS, CARRIED, DATED, HAD_SINCE, Verdict, past_year
from .tense import tense
from .verbs import Verb


def period_of(scene: Scene, start: int, end: int, verdict: Verdict, roles: frozenset[str]) -> str | None:
    """When the instrument named at ``start:end`` was concluded or is expected to be.

    The date must belong to the verb that concludes it; failing that, to the event it was concluded at.
    """
    bare = verdict.verb is None and verdict.status == "concluded"
    named = _in_the_name(scene, start, end) or (past_year(scene, end) if bare else None)
    if named:
        return named
    before = verdict.verb is None or verdict.verb.end <= start
    if before and _RATIFYING.search(scene.lower, max(0, start - 60), start):
        return None
    if verdict.verb is CARRIED:
        return scene.carried.period if scene.carried else None
    if verdict.status == "proposed":  # "the opening of an office is planned for 2026"
        planned = next((d for d in scene.dates if _PLANNED_FOR.fullmatch(scene.lower, end, d.start)), None)
        planned = planned or _of_the_coming(scene, end) or _of_the_talks(scene, start, end)
        if planned:
            return planned.mention.edtf
    if verdict.status == "concluded" and verdict.verb and verdict.verb.role in roles:
        told = _of_the_visit_before(scene, verdict.verb)
        if told:
            return told
    for date in _candidates(scene, start, end, verdict):
        lent = verdict.verb and date.end <= scene.clause(verdict.verb.start)[0]
        lent = lent or _signed_then(scene, verdict.verb, start, date)
        verb = verdict.verb if lent else governing_verb(scene, date, start, end)
        if verb is None:
            continue
        if date.mention.edtf is None:
            if verb is verdict.verb and verb.role in roles:
                return None  # the signing's own day, but the text doesn't prove its year
        elif _dates_it(scene, date, verb, verdict, roles):
            return date.mention.edtf
    told = verdict.status == "concluded" and verdict.main and not verdict.perfect
    told = told and not (verdict.verb and _SINCE_IT.search(scene.lower, 0, verdict.verb.start))
    if told and verdict.verb and verdict.verb.role in roles:
        return event_period(scene)
    verb = verdict.verb
    open_yet = verb is None or verb.role in roles or verb.role == "initial" and not verdict.main
    if verdict.status == "proposed" and open_yet and not scene.headline:
        return coming_period(scene)
    return None


_PLANNED_FOR = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:planned|expected|scheduled|due|slated|set)\s+(?:to\s+(?:open|take\s+place)\s+)?(?:for|in|by|on)\s+"
    r"(?:the\s+)?"
)
# "… to be signed when the minister comes to Hanoi in November"
_WHEN_THEY_MEET = re.compile(
    r"\b(?:when|once)\s+[^.;,]{3,80}?\b(?:comes?|visits?|travels?|arrives?|pays?|goes|flies|hosts?|meets?|convenes?|gathers?)\b"
    r"[^.;,]{0,50}$"
)
# "in October the session will take place in Hanoi, where we expect to sign …"
_WHERE_TO_SIGN = re.compile(
    r"[^;.]{0,140}?\b(?:visit|session|meeting|summit|round|trip|forum|talks|meet|convene)s?\b[^;.]{0,140}?,?\s+(?:where|(?:at|during)\s+which)\b"
    r"[^;.]{0,40}?\bto\s+(?:sign|conclude|adopt|ink)\b[^;.]*"
)
# "at the next session, to be held in Hanoi in 2025, an agreement will be signed"
_AT_WHAT_COMES = re.compile(
    r"\b(?:at|during|within|in\s+the\s+course\s+of)\s+(?:the|its|their|his|her)\s+[^.;,]{0,60}?"
    r"(?:visit|session|meeting|summit|round|trip|forum|talks)\b[^.;,]{0,40},?\s+(?:(?:which|that)\s+)?(?:(?:is|are|will)\s+)?"
    r"(?:to\s+|be\s+)*(?:held|take\s+place|scheduled|slated|due|planned|expected|set)\b[^.;,]{0,40}$"
)


def _of_the_coming(scene: Scene, end: int) -> Located | None:
    """The date of the visit or meeting to come that the sentence expects it at."""
    ahead = [d for d in scene.dates if d.mention.edtf and not is_past(scene, d.mention.edtf)]
    if ahead and _WHEN.search(scene.lower, end):
        return next((d for d in ahead if d.start > end and _WHEN_THEY_MEET.search(scene.lower, end, d.start)), None)
    for date in ahead:
        if date.end < end and _AT_WHAT_COMES.search(scene.lower, 0, date.start):
            return date
        if date.end < end and _WHERE_TO_SIGN.fullmatch(scene.lower, date.end, end):
            return date
    return None


def _of_the_talks(scene: Scene, start: int, end: int) -> Located | None:
    """ "To complete negotiations on the agreement on A in 2026"."""
    if not _TO_COMPLETE.search(scene.lower, max(0, start - 70), start):
        return None
    return next((d for d in scene.dates if d.mention.edtf and _BY_THEN.fullmatch(scene.lower, end, d.start)), None)


_TO_COMPLETE = re.compile(
    r"\b(?:complet|conclud|finish|finali[sz])(?:e|ing)\s+(?:the\s+)?(?:negotiations|talks|work|consultations|drafting)\s+(?:on|of)"
    r"\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}$"
)
_BY_THEN = re.compile(r",?\s+(?:in|by|before|within|until|during)\s+(?:the\s+)?(?:end\s+of\s+)?")
_WHEN = re.compile(r"\b(?:when|once)\s")
_SINCE_IT = re.compile(r"\bsince\s+(?:the\s+)?$")  # "since the signing of the agreement": long before this meeting


def _signed_then(scene: Scene, verb: Verb | None, start: int, date: Located) -> bool:
    """Whether the date closes what a signing opens: "noted that since the signing of A in 2010, …"."""
    return (
        verb is not None
        and verb.form == "ing"
        and verb.end <= start < date.start
        and not any(verb.end <= v.start < date.start for v in scene.verbs)
    )


_DURING_WHICH = re.compile(
    r",?\s+(?:where\b|(?:during|at|in\s+the\s+course\s+of|on\s+the\s+sidelines\s+of|as\s+a\s+result\s+of|following)\s+which\b)"
)


def _of_the_visit_before(scene: Scene, verb: Verb) -> str | None:
    """ "… his visit in late October 2011, during which the two sides signed …"."""
    for match in _DURING_WHICH.finditer(scene.lower, 0, verb.start):
        if any(match.end() <= d.start < verb.start for d in scene.dates):
            continue
        date = next((d for d in scene.dates if 0 <= match.start() - d.end <= 1 and d.mention.kind == "date"), None)
        if date:
            return date.mention.edtf
    return None


_RATIFYING = re.compile(r"\bratif\w+\s+(?:of\s+)?(?:[\w-]+\s+){0,4}$")  # "approved a bill to ratify the agreement"


def _dates_it(scene: Scene, date: Located, verb: Verb, verdict: Verdict, roles: frozenset[str]) -> bool:
    """Whether the date of `verb` is the signing's."""
    when = tense(scene, verb)
    if verdict.status == "proposed":
        wanted = verb.role in roles or verb.role == "propose" and verb.base in _DEADLINE_VERBS
        return wanted and when == "future" and not is_past(scene, date.mention.edtf)
    if verb.role == "event" and verdict.verb and verdict.verb.role in roles and _leads(scene, date, verdict.verb):
        return True
    # of two signings in a sentence, a date is only that one's which it stands by
    if verdict.verb and verdict.verb.role in roles and verb is not verdict.verb:
        return False
    if verb.role not in roles or when != "past" or _is_long(date.mention.edtf):
        return False
    return not _SPAN_BEFORE.search(scene.lower, max(0, date.start - 20), date.start)


def _is_ahead(scene: Scene, date: Located) -> bool:
    """Whether the date lies wholly after the publication."""
    published, edtf = scene.reading.published.edtf, date.mention.edtf
    return bool(published and edtf) and edtf_bounds(edtf)[0] > edtf_bounds(published)[1]


def _is_long(edtf: str) -> bool:
    """Whether it is a span that no signing has: a visit of several days may have one, on any of them."""
    first, _, last = edtf.partition("/")
    return bool(last) and not (len(first) == len(last) == 10 and first[:7] == last[:7])


def _leads(scene: Scene, date: Located, verb: Verb) -> bool:
    """Whether a day at a sentence's head goes for all its verbs: "On Wednesday, he held talks and witnessed …"."""
    day = date.mention.precision == "day" and date.start < 15
    return day and scene.clause(date.start) == scene.clause(verb.start)


def governing_verb(scene: Scene, date: Located, start: int, end: int) -> Verb | None:
    """The verb a date belongs to: the nearest before it in its clause, else the nearest after it."""
    low, high = scene.clause(date.start)
    verbs = [v for v in scene.verbs if not (start <= v.start and v.end <= end)]
    before = [v for v in verbs if low <= v.start and v.end <= date.start]
    before = [
        v for v in before if v.role != "report" or "," not in scene.lower[v.end : date.start]
    ]  # "As reported, in …"
    before = [v for v in before if v.form != "ing"] or before
    if before:
        return before[-1]
    return next((v for v in verbs if date.end <= v.start < high), None)


# what is said to be finalised by a date is expected then
_DEADLINE_VERBS = frozenset(cue_words("deadline"))
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+$")
_SPAN_BEFORE = re.compile(r"\b(?:for|until|till|through|to|by|over|between|within)\s+(?:the\s+)?(?:period\s+)?$")


def _candidates(scene: Scene, start: int, end: int, verdict: Verdict) -> list[Located]:
    """Dates of the clauses that the name and its verb stand in; days before ranges, the nearest first."""
    low, high = scene.clause(start)[0], scene.clause(max(start, end - 1))[1]
    if verdict.verb and verdict.verb.start >= end:
        high = scene.clause(verdict.verb.start)[1]
        if not verdict.main:  # "an agreement, signed in 2011": what stands before is of something else
            low = end
    dates = scene.dates_between(low, high + 1)
    goes_on = _GOES_ON.search(scene.lower, max(0, low - 8), low) or (
        low and _LED_TO.match(scene.lower, low) and scene.lower.endswith("which ", 0, low)
    )
    if not dates and verdict.main and goes_on:
        dates = scene.dates_between(
            scene.clause(low - 1)[0], low
        )  # "on May 6 A was adopted and B was signed", "he came in May, when A was signed"
    dates = [d for d in dates if d.mention.kind == "date" and not (start <= d.start and d.end <= end)]
    if verdict.status == "concluded" and verdict.verb and verdict.verb.role == "sign" and verdict.verb.end <= start:
        # "signed a plan for expeditions in 2025"
        dates = [d for d in dates if d.start < end or not (d.mention.precision == "year" and _is_ahead(scene, d))]
    if verdict.verb and verdict.verb.end <= start:  # "signed an agreement on A, and B a contract for this year"
        gap = next((m.start() for m in _NEW_PART.finditer(scene.lower, end, high)), high)
        if not any(end <= s.start < high for s in scene.signalled("instrument")):
            dates = [d for d in dates if d.start < max(gap, end)]
    dates = [d for d in dates if d.start < end or not _is_of_else(scene, end, d.start)]
    if verdict.verb and verdict.verb.role == "exist":  # "welcomed the signing of A in April and vowed to carry out B"
        named = [s.start for s in scene.signalled("instrument") if low <= s.start < start]
        dates = [d for d in dates if d.end > verdict.verb.start or not any(n < d.start for n in named)]
    amended = DATED.match(scene.lower, end) if AMENDS.search(scene.lower, start, end) else None
    dates = [d for d in dates if not (amended and end <= d.start <= amended.end())]
    dates = [d for d in dates if d.start >= end or not _OF_OLD_ONE.search(scene.lower, low, d.start)]
    if verdict.main and verdict.verb and verdict.verb.end <= low and scene.lower[low - 1] == ";":
        told = scene.dates_between(*scene.clause(verdict.verb.start))  # "on May 6 they signed A on B; C on D; …"
        dates += [d for d in told if d.mention.kind == "date"]
    if verdict.verb is None and verdict.status == "proposed":  # "finalise A by June and start talks on B"
        earlier = [s.start for s in scene.signalled("instrument") if low <= s.start < start]
        dates = [d for d in dates if d.start >= start or not any(s < d.start for s in earlier)]
    return sorted(dates, key=lambda d: ("/" in (d.mention.edtf or ""), _distance(d, start, end)))


def _is_of_else(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands between is said of another; "A, replacing one from 2009, and B on February 3" is not."""
    return bool(_OF_ELSE.search(scene.lower, max(start, scene.lower.rfind(", and ", start, end)), end))


def _distance(date: Located, start: int, end: int) -> int:
    return date.start - end if date.start >= end else start - date.end + 10


_GOES_ON = re.compile(r"(?:\band|,\s+when)\s$")
# "… his visit in May, which resulted in the signing of …"
_LED_TO = re.compile(
    r"(?:(?:also|then|itself)\s+)?(?:resulted\s+in|culminated\s+in|ended\s+(?:with|in)|led\s+to|saw|produced|brought|yielded|"
    r"was\s+(?:crowned|marked|capped|highlighted)\s+by|concluded\s+with)\b"
)
_NEW_PART = re.compile(r"[,;]\s+(?:and|while|as)\s")
# "… replacing that of 2011", "… and to hold its first meeting this year": the date of something else
# "an agreement on A, replacing one from 2009, and a memorandum on B"
_OF_OLD_ONE = re.compile(r"\b(?:supersed|replac|updat|amend|succeed)\w*\s+(?:[\w-]+\s+){0,4}$")
_OF_ELSE = re.compile(
    r"\b(?:supersed|replac|updat|amend|succeed)\w*|\band\s+(?:to\s+)?(?:hold|convene|organi[sz]e|visit|complete|double|raise|increase)\b"
)


_THEN = re.compile(r"(?:\b(?:signed|concluded|inked|adopted)|,|\band)\s+(?:in|on)\s+$")
# "the signing in 2003 of the agreement on …"
_SIGNING_THEN = re.compile(
    r"\b(?:signing|signature|conclusion|adoption)\s+(?:in|on)\s+[\w ,]{4,25}?\s+of\s+(?:the\s+|an?\s+)?$"
)


def _in_the_name(scene: Scene, start: int, end: int) -> str | None:
    """ "the 2017 extradition treaty", "the agreement of November 2009 on …", "an agreement dating from …"."""
    match = _YEAR_BEFORE.search(scene.lower, max(0, start - 40), start)
    if match:
        return next((d.mention.edtf for d in scene.dates if match.end() - 2 <= d.end <= match.end()), match[1])
    match = re.match(r"((?:19|20)\d\d)\s", scene.lower[start:end])
    if match:
        return match[1]
    if HAD_SINCE.search(scene.lower, max(0, start - 110), start) and scene.lower.startswith(" since ", end):
        return next((d.mention.edtf for d in scene.dates if end <= d.start < end + 12), None)
    before = next((d for d in scene.dates if 0 < start - d.end < 5 and _THEN.search(scene.lower, 0, d.start)), None)
    if before and before.mention.kind == "date":  # "signed in 2009 an agreement on A, and in 2011 an agreement on B"
        return before.mention.edtf
    told = _SIGNING_THEN.search(scene.lower, max(0, start - 60), start)
    if told:
        return next((d.mention.edtf for d in scene.dates if told.start() < d.start < told.end()), None)
    match = None if AMENDS.search(scene.lower, start, end) else DATED.match(scene.lower, end)
    date = match and next((d for d in scene.dates if end <= d.start <= match.end()), None)
    return date.mention.edtf if date else None
