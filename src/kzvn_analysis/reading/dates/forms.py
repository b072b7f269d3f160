"""What a time expression says before it is resolved: small forms the grammar yields."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Span


@dataclass(frozen=True, slots=True)
class YearRef:
    """Which year: ``abs`` (its number), or an ``offset`` from the publication's or from an ``event``'s.

    ``the``: "the year", the one just spoken of, or else the publication's.
    """

    kind: str
    value: int


@dataclass(frozen=True, slots=True)
class Point:
    """A year, season, month or day; what is not said is ``None``."""

    year: YearRef | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A point of the calendar, or two that bound a period.

    `lean` is the deictic before it ("last December"); `weekday` stands beside it ("Monday, May 5");
    `part` tells a half, a quarter or the first months from a span someone measured out; `counted` is a
    bare "in nine months", which may as well be a duration.
    """

    start: Point
    end: Point | None = None
    lean: str | None = None
    weekday: int | None = None
    part: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """One day of the week, or two that bound a stretch.

    `lean`: ``last`` … as in `Calendar`, or ``following`` and ``previous``, which count from an event;
    `week` is the offset of the week named beside it ("on Monday last week").
    """

    first: int
    last: int | None = None
    lean: str | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """A unit counted from the publication: last month is ``("month", -1)``; `day` is a day of that month."""

    unit: str
    offset: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from something.

    `base`: ``publication`` ("two years ago") · ``event`` ("a year later", "that year") · ``object`` ("two
    years after his visit": counted from what follows, or dating it).
    """

    count: int
    unit: str
    base: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """The like of a period named elsewhere: "the same months of 2016"; `year` ``None``: that very period.

    `months` is their number where it is said ("the same ten months").
    """

    year: YearRef | None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """How long: "three-day", "for two weeks"."""

    count: int
    unit: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many years since something."""

    count: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The past or next so many units, counted from the publication."""

    count: int
    unit: str
    direction: int


Form = Calendar | Weekday | Deictic | Shift | Same | Duration | Anniversary | Window


@dataclass(frozen=True, slots=True)
class Expression(Span):
    """A form with its span, the edge that narrows it ("early", "end") and the preposition before it."""

    form: Form
    edge: str | None = None
    preposition: str | None = None
