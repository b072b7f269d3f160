"""When the visit or meeting took place that a clipping tells of: what is signed at it is dated by it."""

from __future__ import annotations

from datetime import date, timedelta

from ...reading import Sentence
from ...reading import gated as re
from ...reading.written_dates import date_in
from .scene import Scene
from .told_events import EVENT, STAY, TODAYS, Event, events_of


def event_period(scene: Scene) -> str | None:
    """The period of the event that the sentence's passage tells of, no narrower than it is proved.

    The day of a meeting; the days of a visit, since a signing "during the visit" has no day of its own, or its
    month where only one of its days is told; ``None`` where the passage names no date.
    """
    own = [] if "since" in scene.lower else [scene.sentence]
    if own and _WHEN.search(scene.lower):  # "when he came to Hanoi in May, the two signed …"
        here = list(events_of(scene.reading, scene.sentence, recent=False))
        if here:
            return _period(here)
    before, lead = passage_of(scene)
    if _LATTER.search(scene.lower):
        last = [e for s in before[-1:] for e in events_of(scene.reading, s, recent=False)][-1:]
        if last:
            return _period(last)
    same = [s for s in before[-_NEAR:] if s.paragraph == scene.sentence.paragraph]
    days = {e.first for s in same for e in events_of(scene.reading, s, recent=True) if not e.stay and e.first == e.last}
    named = _NAMED.search(scene.lower)
    days = days or set() if named else days or _just_told(scene, [*same[-1:], *own])
    if len(days) == 1 and not named:  # "At the talks on November 9 … They also signed …"
        return days.pop().isoformat()
    if not named and (day := _day_of_signing(scene, before, lead)):
        return day
    if not named and (day := _same_day(scene, before, [*same[-1:], scene.sentence])):
        return day
    stay = bool(named and STAY.match(scene.lower, named.start("event")))
    if named:  # "during the visit": the one told of last, however long ago
        for sentence in reversed(before[-_NEAR:]):
            told = [e for e in events_of(scene.reading, sentence, recent=False) if e.stay == stay]
            if told and (stay or all((e.last - e.first).days < 7 for e in told)):
                return _period(told)
        if not stay and (told := _told_of(scene, named["event"], before[:-_NEAR])):
            return _period(told)
    told = [
        e
        for s in {s.start: s for s in (*before[-_NEAR:], *own, *lead)}.values()
        for e in events_of(scene.reading, s, recent=True)
    ]
    if not told and scene.reading.published.edtf is None:  # whose lead tells of one event, dated in full
        told = [e for s in lead for e in events_of(scene.reading, s, recent=False)]
        told = told if len({(e.first.year, e.first.month) for e in told}) == 1 else []
    if named or _AFTER_THEM.match(scene.lower) or _PRESENCE.search(scene.lower):
        # they sign before the leaders who meet, on the day they meet
        told = [e for e in told if e.stay == stay] or told
    if told:
        period = _period(told)
        return period[:7] if period and any(_LATER.search(s.text) for s in before[-5:]) else period
    of_news = _of_the_dateline(scene, before) or _of_this_week(scene, [*lead, *before[-_NEAR:]])
    return of_news or _of_today(scene) or _of_the_story(scene, before)


def _just_told(scene: Scene, near: list[Sentence]) -> set[date]:
    """The day of the meeting in the sentences at hand, where of the publication only the year is known."""
    year = scene.reading.published.edtf
    if len(year or "") != 4:
        return set()
    events = [e for sentence in near for e in events_of(scene.reading, sentence, recent=False)]
    return {e.first for e in events if not e.stay and e.first == e.last and e.first.isoformat()[:4] == year}


def _day_of_signing(scene: Scene, before: list[Sentence], lead: list[Sentence]) -> str | None:
    """ "On this occasion A and B signed …": the one day on which the lead tells that something was signed."""
    if not _ON_OCCASION.match(scene.lower):
        return None
    days: set[str | None] = set()
    for sentence in (s for s in lead if s in before and _SIGNED.search(s.text)):
        told = scene.reading.within(scene.reading.dates, sentence)
        days |= {m.edtf for m in told if m.kind == "date" and m.precision == "day"}
    return days.pop() if len(days) == 1 else None


_ON_OCCASION = re.compile(
    r"\W*(?:also\s+)?(?:on\s+(?:this|that|the|the\s+same)\s+occasion|at\s+the\s+(?:signing\s+)?ceremony)\b"
)
_SIGNED = re.compile(r"\b(?:signed|inked)\b")


def _same_day(scene: Scene, before: list[Sentence], near: list[Sentence]) -> str | None:
    """ "The same day X held talks with Y. They witnessed the signing of …": the day of the meeting told before that."""
    head = next((s for s in near if _THE_SAME_DAY.match(s.text)), None)
    for sentence in reversed([s for s in before if head and s.start < head.start][-_NEAR:]):
        days = {e.first for e in events_of(scene.reading, sentence, recent=True) if not e.stay and e.first == e.last}
        if days:
            return days.pop().isoformat() if len(days) == 1 else None
    return None


_THE_SAME_DAY = re.compile(r"\W*(?:(?:later|also)\s+)?(?:on\s+)?(?:(?:the|that)\s+same|that)\s+day\b", re.I)


def _told_of(scene: Scene, noun: str, before: list[Sentence]) -> list[Event]:
    """The day of the talks, meeting or session that the passage told of further up under that very name."""
    for sentence in reversed(before):
        if noun in sentence.text.lower():
            told = [e for e in events_of(scene.reading, sentence, recent=True) if not e.stay and e.first == e.last]
            if told:
                return told
    return []


def _of_today(scene: Scene) -> str | None:
    """The day of publication, where the passage says "today" of what it tells."""
    reading = scene.reading
    for sentence in reading.sentences:
        if sentence.section != scene.sentence.section or "today" not in sentence.text:
            continue
        if TODAYS.search(sentence.text) and reading.published.basis == "stated":  # in words that may be of yesterday
            return (reading.published.edtf or "")[:7] or None
        if _HELD.search(sentence.text):
            for mention in reading.within(reading.dates, sentence):
                if mention.text.lower() == "today" and mention.precision == "day":
                    return mention.edtf
    return None


def _of_the_story(scene: Scene, before: list[Sentence]) -> str | None:
    """The season or month that a paragraph opens with: "This autumn our relations … The leaders adopted …"."""
    for sentence in reversed([s for s in before[-4:] if s.paragraph == scene.sentence.paragraph]):
        told = scene.reading.within(scene.reading.dates, sentence)
        if told:
            opens = told[0].start - sentence.start < 6 and told[0].kind == "date" and len(told) == 1
            return told[0].edtf if opens and len(told[0].edtf or "") == 7 else None
    return None


def _of_the_dateline(scene: Scene, before: list[Sentence]) -> str | None:
    """The day in the dateline of a release put out later: "Astana, August 30, 2017 - The session was held …"."""
    reading = scene.reading
    first = before[0] if before else None
    line = next(
        (p for p in reading.passages if p.kind == "dateline" and first and p.end + 3 > first.start > p.start), None
    )
    day = line and date_in(reading.text[line.start : line.end])
    if not day or not _HELD.search(first.text) or reading.within(reading.dates, first):
        return None
    edtf = "-".join(f"{n:02d}" for n in day[0])
    return edtf if reading.published.basis == "stated" and edtf < (reading.published.edtf or "") else None


_HELD = re.compile(r"\b(?:was\s+held|were\s+held|took\s+place|held|met|received|visited|co-chaired)\b")


def _of_this_week(scene: Scene, told: list[Sentence]) -> str | None:
    """The year or month of publication, where that is all that is known of it and the event was "on Tuesday"."""
    published = scene.reading.published.edtf
    if not published or len(published) > 7:
        return None
    for sentence in told:
        if EVENT.search(sentence.text) and any(
            m.edtf in (None, published) and m.kind == "date" and _WEEKDAY.fullmatch(m.text)
            for m in scene.reading.within(scene.reading.dates, sentence)
        ):
            return published
    return None


_WEEKDAY = re.compile(r"(?:on\s+)?(?:\w+day)(?:\s+(?:morning|afternoon|evening))?", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:a\s+day\s+later|(?:the\s+)?(?:next|following)\s+day)\b", re.IGNORECASE
)  # which, is not known
_AFTER_THEM = re.compile(
    r"(?:following|after|during|at\s+the\s+(?:end|close)\s+of)\s+(?:them|these|it|that|which)\b"
    r"|at\s+(?:their|its)\s+(?:conclusion|end|close)\b"
)
_PRESENCE = re.compile(r"\bin\s+(?:their|the)\s+presence\b")


def _period(events: list[Event]) -> str | None:
    if not events:
        return None
    first, last = min(e.first for e in events), max(e.last for e in events)
    if first == last and not any(e.stay for e in events):
        return first.isoformat()
    if first < last < first + _STAY_AT_MOST and any((e.first, e.last) == (first, last) for e in events):
        return f"{first}/{last}"  # on one of these days
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first.year}" if first.year == last.year else None


def passage_of(scene: Scene) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of its section before this one, and those at the section's head."""
    told = [s for s in scene.reading.sentences if s.section == scene.sentence.section and s.kind == "body"]
    place = next((i for i, s in enumerate(told) if s.start == scene.sentence.start), 0)
    dated = any(d.precision == "day" for s in told[:place] for d in scene.reading.within(scene.reading.dates, s))
    if all(s.bilateral for s in told) and not dated:
        # under a subhead that names no day: the article's own lead does
        first = [s for s in scene.reading.sentences if s.kind == "body"][:_LEAD]
        told = [*(s for s in first if s.bilateral and s.section != scene.sentence.section), *told]
        place = next((i for i, s in enumerate(told) if s.start == scene.sentence.start), 0)
    return told[:place], [s for s in told[:_LEAD] if s.start != scene.sentence.start]


_LEAD = 3  # how many sentences at a passage's head may tell of its event
_NEAR = 3  # how far back "the meeting" may have been told of
_STAY_AT_MOST = timedelta(days=21)  # what is longer is a month that was told as such
_NAMED = re.compile(
    r"\b(?:during|in the course of|at the end of|at|after|following|concluding|closing|"
    r"on the sidelines of|as part of|"
    r"in the framework of|within the framework of|upon)\s+(?:(?:the|this|that|his|her|their|its|these|same|"
    r"official|state|working)\s+)+(?P<event>consultation|visit|trip|tour|stay|talk|meeting|session|negotiations|ceremony|"
    r"forum|conference|reception|conversation|event)s?\b"
)
# "In October 2011 he came to Hanoi, in June 2012 she to Astana. At that time …": of two, the one told last
_LATTER = re.compile(
    r"\A\W*(?:at\s+that\s+time|on\s+that\s+occasion)\b|\bduring\s+the\s+(?:latter|second|last)\s+(?:visit|trip|tour|stay)\b"
)
_WHEN = re.compile(r"\b(?:when|during|in the course of|while|as part of|at)\b")
