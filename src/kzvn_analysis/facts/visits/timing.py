"""When a visit was: the time that belongs to a wording, and the days a stay lasts."""

from __future__ import annotations

from dataclasses import dataclass

from ...edtf import shift_days, shift_years
from ...reading import gated as re
from ...reading.dates import edtf_bounds, interval, stay
from .nearest_time import COUNTED, is_long, nearest
from .scene import Scene


@dataclass(frozen=True, slots=True)
class When:
    """The time of a wording.

    Attributes
    ----------
    period : str or None
        EDTF.
    point : str
        ``whole`` · ``begin`` · ``end`` · ``during``: what the period is of the visit.
    days : int or None
        Length of the stay, if said.
    dated : bool
        A time stands there, proven or not.
    month_day : str or None
        The day of a year that is not proven, ``MM-DD``.
    """

    period: str | None = None
    point: str = "whole"
    days: int | None = None
    dated: bool = False
    month_day: str | None = None


def when(scene: Scene, start: int, end: int, point: str = "whole", others: tuple[int, ...] = ()) -> When:
    """The time of the wording at `start`–`end`.

    Parameters
    ----------
    scene
    start, end
        In the masked text.
    point
        What a single day next to it would be: an arrival's ``begin``, a departure's ``end``.
    others
        Where other events of the sentence stand; a time nearer to one of them is theirs.
    """
    days = _days(scene, start, end)
    last = _STAYS_UNTIL.match(scene.text, end)
    until = scene.at[last.end() - 1].edtf if last else None
    if until and _is_day(until):
        return When(stay(days, last=until), "whole", None, True) if days else When(until, "end", None, True)
    since = _SINCE.match(scene.text, end) if _BEEN.search(scene.text[max(0, start - 5) : end]) else None
    first = scene.at[since.end() - 1].edtf if since else None
    if first and _is_day(first):
        return When(first, "begin", days, True)
    place = nearest(scene, start, end, others)
    nth = _NTH_DAY.search(scene.text, 0, start)
    if nth and place == nth.start() and day_told(scene, place):
        first = shift_days(scene.at[place].edtf, -_NTH.index(nth["nth"]))
        return When(first, "begin", days, True)
    if place is None:
        place = _meanwhile(scene, start)
        if place is None:
            return _headed(scene, point, days)
        return When(scene.at[place].edtf, "during" if day_told(scene, place) else "whole", days, True)
    period = scene.at[place].edtf
    if period is None and COUNTED.search(scene.at[place].text.lower()):
        return When(days=days, point=point)  # "15 years after the visit of P"
    if period is None:
        return When(days=days, dated=True, point=point, month_day=scene.at[place].month_day)
    until = _until(scene, place, point) if point != "during" else None
    if until and "/" not in period:
        try:
            return When(interval(period, until), "whole", None, True)
        except ValueError:
            return When(period, point, days, True)
    if _is_day(period):
        if days == 1:
            return When(period, "whole", None, True)
        mark = _edge(scene, start, place) or point
        came = _HAVING_COME.match(scene.text, place) if mark == "end" else None
        first = scene.at[came.end() - 1].edtf if came else None
        if first and _is_day(first) and first < period:
            return When(interval(first, period), "whole", None, True)
        if days and mark in ("begin", "end"):
            return When(stay(days, **{"first" if mark == "begin" else "last": period}), "whole", None, True)
        return When(period, mark, days, True)
    return When(period, "whole", days, True)


def _meanwhile(scene: Scene, start: int) -> int | None:
    """Where the time of a main clause stands: "signed on D as P paid a visit"."""
    match = _AS_THEN.search(scene.text, 0, start)
    return match.start() if match and not any(match.end() < d < start for d in scene.dates) else None


_AS_THEN = re.compile(r"D(?= (?:as|while|when) (?:the |A |L's )*P [^;:.DLP]{0,40}$)")
_NTH = ("first", "second", "third", "fourth", "fifth")
# "on D, the second day of his visit"
_NTH_DAY = re.compile(
    rf"D,? (?:which was )?(?:on )?the (?P<nth>{'|'.join(_NTH)}) day of (?:the |his |her |their |P's )?$"
)


def day_told(scene: Scene, place: int) -> bool:
    """Whether the time at a position is a day."""
    return bool(scene.at[place].edtf) and _is_day(scene.at[place].edtf)


_BEEN = re.compile(r"\bbeen (?:\w+ing )?(?:in|on) |\bbeen$")
_SINCE = re.compile(r",? since D")
# "will be on a visit until D", "the trip lasts until D"
_STAYS_UNTIL = re.compile(
    r",? (?:(?:which |will |is to )*(?:lasts?|lasting|runs?|running|continues?|goes on) )?(?:until|till"
    r"|through) (?:the )?D"
)


def _headed(scene: Scene, point: str, days: int | None) -> When:
    """The time of a passage that a day by itself stands before: "4 July 2024. In L, P met with P"."""
    before = scene.before
    if before is None or scene.dates or not (_HEADING.fullmatch(before.text) or _is_headed(scene)):
        return When(days=days)
    period = before.at[before.dates[0]].edtf
    return When(period, "during" if point == "whole" and period and _is_day(period) else point, days, True)


_HEADING = re.compile(r"\W*(?:on )?D\W*")


def _is_headed(scene: Scene) -> bool:
    """Whether a sentence names the time of what the next one tells: "This autumn our ties received an impulse"."""
    before = scene.before
    return bool(
        before.sentence.paragraph == scene.sentence.paragraph
        and len(before.dates) == 1
        and not before.people
        and _NEW_TIME.match(before.text)
    )


_NEW_TIME = re.compile(
    r"\W*(?:in )?D,? [^.;]{0,60}\b(?:ties|relations|relationship|contacts|dialogue|partnership|exchanges)\b[^.;]{0,50}"
    r"\b(?:impulse|impetus|momentum|boost|level|stage|chapter|page|milestone|height|push)\b"
)


def also_on(scene: Scene, end: int, period: str | None) -> list[str]:
    """The other times of who went more than once: "in D and again in D"."""
    if period is None:
        return []
    match = _AND_AGAIN.match(scene.text, end)
    if not match:
        return []
    later = [scene.at[i].edtf for i in range(match.start(1), match.end()) if scene.text[i] == "D"]
    return [edtf for edtf in later if edtf and edtf != period and not is_long(edtf)]


_AND_AGAIN = re.compile(
    r"[^;:P]{0,40}?D((?:(?:,|,? and)(?: again)?(?: as (?:[^.,;:PDL]{3,45}?|(?:the |then )*P))?(?: in| on)? D)+)"
)


def moved_to(scene: Scene, start: int) -> When:
    """The new time of something put off."""
    places = [p for p in scene.dates if p > start and _NEW.search(scene.text, max(0, p - 30), p)]
    # "the visit, scheduled for D, was postponed" tells no new time
    places = [p for p in places if not (_FIRST_SET.search(scene.text, 0, p) and _PUT_OFF.search(scene.text, p))]
    if not places:
        return _new_time_told_next(scene)
    date = scene.at[places[-1]]
    period = date.edtf
    if period and date.basis == "publication" and scene.published:
        gone = edtf_bounds(period)[1] < edtf_bounds(scene.published)[0]
        period = shift_years(period, 1) if gone else period  # "put off until autumn": the one to come
    return When(period, "whole", None, True)


def _new_time_told_next(scene: Scene) -> When:
    """ "The visit has been postponed. It will be held in D"."""
    for other in scene.family[scene.index + 1 : scene.index + 3]:
        match = _HELD_INSTEAD.search(other.text)
        if match and other.sentence.section == scene.sentence.section:
            date = other.at[match.end() - 1]
            return When(date.edtf, "whole", None, True, date.month_day)
    return When()


_HELD_INSTEAD = re.compile(
    r"\b(?:the (?:visit|trip|meeting|session|talks)|it) (?:will|is|are) (?:now |to |be |expected |scheduled |due "
    r"|set )*"
    r"(?:held|take place|paid|made|for|in|on)?[^.;:P]{0,30}?\bD"
)
_FIRST_SET = re.compile(
    r"\b(?:scheduled|planned|due|set|expected|slated) (?:for|in|on) (?:the )?(?:early |late |mid-)?$"
)
_PUT_OFF = re.compile(r"\b(?:postponed|put off|delayed|rescheduled|deferred|shifted)\b")
_NEW = re.compile(
    r"\b(?:until|till|to|for|now (?:speak|talk) of|expected in|expected|now|in|rescheduled for|moved to) "
    r"(?:the )?(?:(?:early|late|mid|end|beginning) (?:of )?)?$"
)
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
_STAY = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})[- ]days?\b|\bweek-?long\b")
_OF_DAYS = re.compile(rf" (?:of|lasting) ({'|'.join(NUMBERS)}|\d) days\b")
_BEGIN = re.compile(
    r"\b(?:beg[ai]n\w*|start\w*|kick\w* off|commenc\w*|arriv\w*|land\w*|embark\w*|from|as of|open\w*)\b"
)
_END = re.compile(
    r"\b(?:wrap\w*|w(?:i|ou)nd\w*|end(?:s|ed|ing)?|conclud\w*|complet\w*|finish\w*|clos\w*|flew home|until|"
    r"(?:left|leav\w*|depart\w*)"
    r"(?! (?:L )?(?:(?:on |(?:in|on) the (?:morning|afternoon|evening) (?:of )?)?D )?for))\b"
)


# "arrived in L on D, concluding his trip to L"
_COMING_HOME = re.compile(r"D[^.;PD]{0,30}, (?:\w+ly )?(?:conclud|wrapp|end|finish|complet|wind)ing\b")


def _days(scene: Scene, start: int, end: int) -> int | None:
    match = _STAY.search(scene.text, max(0, start - 30), end) or _OF_DAYS.match(scene.text, end)
    if not match:
        return None
    if not match[1]:
        return 7
    return NUMBERS.get(match[1]) or int(match[1]) or None


def _is_day(period: str) -> bool:
    return "/" not in period and period.count("-") == 2


def _edge(scene: Scene, start: int, place: int) -> str | None:
    """Whether the words around say that the day is the first or the last."""
    low, high = scene.clause_span(place)
    if _COMING_HOME.match(scene.text, place):
        return "end"
    reach = max(low, place - 30)
    near = scene.text[reach : place + len("D for ")]
    last = None
    for pattern, mark in ((_BEGIN, "begin"), (_END, "end")):
        for match in pattern.finditer(near):
            if reach + match.start() < place and (last is None or match.start() > last[0]):
                last = (match.start(), mark)
    if last:
        return last[1]
    around = scene.text[max(0, start - 30) : start]
    for pattern, mark in ((_END, "end"), (_BEGIN, "begin")):
        if pattern.search(around):
            return mark
    return None


def _until(scene: Scene, place: int, point: str) -> str | None:
    """The last day, said apart from the first: "arrived on D and stays until D"."""
    match = _UNTIL.match(scene.text, place) or (point == "begin" and _LEAVING.match(scene.text, place))
    if not match:
        return None
    return scene.at[match.end() - 1].edtf


# "is completing its stay on D, after arriving on D"
_HAVING_COME = re.compile(
    r"D[^;:DP]{0,40}\b(?:after|having) (?:arriving|arrived|landing|landed|coming|come|flying in|flown in|beginning"
    r"|begun)"
    r"(?: it| there| here| in L)? (?:on )?D"
)
_UNTIL = re.compile(r"D[^D;:]{0,60}\b(?:until|till|through|to leave on|leaves? on) D")
_LEAVING = re.compile(
    r"D[^;:]{0,110}?\b(?:before|and|and then|and will|and is to) (?:leav|depart|fly|return|head|end|clos|conclud"
    r"|finish)(?:e|s|ing|es)?"
    r"(?: (?:home|back|for home|for L|L|to L|back to L|the country))*,? (?:on )?D"
)
