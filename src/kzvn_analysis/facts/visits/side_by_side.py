"""What two officials do side by side: "X and Y signed", "X and Y opened the forum"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .attending import event_told
from .draft import OTHER
from .meeting_words import Met, patterns
from .scene import Scene
from .venues import meeting_place, told_next


def side_by_side(scene: Scene, match: re.Match) -> Iterator[Met]:
    """What two do together is a meeting where the words say so, or a place shows that both were there."""
    places = [i for i in range(match.start(), match.end()) if scene.text[i] == "P"]
    one, two = scene.at[places[0]], scene.at[places[1]]
    start, end = match.end("lead"), match.end()
    needs_place = match["acted"] and not patterns().is_meeting.search(match[0])
    during = _DURING_TALKS.match(scene.text, end) if needs_place else None
    needs_place, end = needs_place and not during, during.end() if during else end
    aside = needs_place and bool(_ASIDE_PLACE.match(match["acted"])) and "sidelines of" not in scene.text
    told = _FELLOW.search(two.text.lower()) or _FELLOW.search(scene.text, match.start(), places[1])
    if needs_place and not told and not (meeting_place(scene, start, end, only_before=aside) or told_next(scene)):
        event = _event_opened(scene, match)
        if event is None:
            return
        host, other = event
        days = [other.at[p].edtf for p in other.dates if other.at[p].precision == "day"]
        yield Met(start, end, one, two, host, "together", day=days[0] if len(days) == 1 else None)
        return
    host = None if told is None else two.country if told[1] == "host" else one.country
    yield Met(
        start,
        end,
        one,
        two,
        host,
        "consultations" if "consult" in scene.text[start : end + 40] else "together",
    )


def _event_opened(scene: Scene, match: re.Match) -> tuple[str, Scene] | None:
    """Where the event was that two opened, of which the sentence before tells."""
    if scene.before is None or not _OPENS.match(match["acted"]):
        return None
    place, other = event_told(scene)
    host = other.country(place) if place is not None and other is scene.before else None
    return (host, other) if host in OTHER else None


_OPENS = re.compile(r"opened|cut|inaugurated|unveiled|attended|took part|planted|laid")
_FELLOW = re.compile(r"\b(host|guest|visiting)\b")  # "P and his host, P": whose the place is
_ASIDE_PLACE = re.compile(r"\b(?:agreed|discussed|issued|adopted|attended|took part|exchanged)\b")

# "P and P agreed to promote ties during a D meeting in L"
_DURING_TALKS = re.compile(
    r"[^P;]{0,120}? (?:during|at|in) (?:a|an|their) (?:D |[a-z-]+ )?(?:meeting|talks|negotiations)\b(?! of)"
)
