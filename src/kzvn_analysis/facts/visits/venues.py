"""Where a meeting took place, if the text says so."""

from __future__ import annotations

from ...reading import PersonMention
from ...reading import gated as re
from ...reading.lexicon import rows
from .draft import OTHER
from .referents import envoy_country
from .scene import Scene
from .wording import LISTS, WHERE

_AT = re.compile(
    rf"\b(?:in|at|outside|near) (?:[\w'-]+(?: [\w'-]+)?, )?(?:the (?:[\w'-]+ ){{1,5}}(?:in|of) )?{WHERE}(?!-[LA])"
)
# Between a meeting and a place these words show that the place belongs to what was talked about.
_ABOUT = re.compile(
    r"\bto (?!the )\w+|\babout\b|\bdiscuss\w*|\bagree\w*|\bopening\b|\bincluding\b|\band "
    r"\w+ed\b|\bfor (?:the )?\w+ing\b"
    r"|\bon (?!the (?:sidelines?|margins?|fringes?|occasion)|D)\w"
)
_ASIDE_AT = re.compile(r"\bon the (?:sidelines?|margins?|fringes?|occasion) of [^;]*$")  # whatever its name
_SIGNING = re.compile(r"\b(?:sign|ink|initial|put pen|exchang|witness)\w*\b")
_THERE = re.compile(r"\b(?:talks|consultations|negotiations|meetings?|discussions|met|talked|conferred) there\b")
_YOURS = re.compile(r"\bin your (?:capital|country|city)\b")
_HOSTED = re.compile(r"(?P<to>L) (?:has |had )?(?:hosted|hosts|was hosting) [^.;P]{3,80}, where ")
_OPENS = 12  # letters of "On D, in L"
_SPEAKS = re.compile(r", (?:the )?P (?:said|confirmed|told|noted|announced|stated|stressed|added|revealed)\b")
_ON_A_TRIP = re.compile(
    rf"\b(?:as part of|during|within|in the (?:course|framework) of|while on) (?:his|her|a|an) "
    rf"(?:[\w-]+ ){{0,3}}(?:visit|trip|stay) (?:to|in) {WHERE}"
)
_FAR = 90


def meeting_place(scene: Scene, start: int, end: int, *, only_before: bool = False) -> str | None:
    """The country where the meeting at `start`–`end` took place, if the sentence tells.

    Parameters
    ----------
    scene
    start, end
        In the masked text.
    only_before
        Only a place named before the verb counts: "agreed to open a trade house in L" tells none.
    """
    text = scene.text
    best: tuple[int, str] | None = None
    hosted = _HOSTED.search(text, 0, start)
    if hosted:
        return scene.country(hosted.start("to"))  # "L hosted the assembly, where P and P signed"
    if _THERE.search(text, start, end):
        told = [p for p in scene.at if text[p] == "L" and p < start] or None
        other = scene if told else scene.before
        spots = told or [p for p in (other.at if other else ()) if other.text[p] == "L"]
        return other.country(spots[-1]) if spots else None
    if _AFTER_IT.match(text) and (told := _one_place(scene.before)):
        return told
    if _YOURS.search(text, start, end + 40):
        return OTHER.get(envoy_country(scene))  # an ambassador speaks
    trip = _ON_A_TRIP.search(text)
    if trip and scene.country(trip.start("to")) not in OTHER:
        return scene.country(trip.start("to"))
    for match in _AT.finditer(text):
        place = match.start("to")
        country = scene.country(place)
        crossed = abs(scene.clause(place) - scene.clause(start))
        if start <= place < end:
            cost = 0
        elif place > end:
            between = text[end : match.start()]
            signing = _SIGNING.search(text, start, end)
            beside = _ASIDE_AT.sub("", between)
            about = re.search(r"\bto (?!the )\w+", between) if signing else _ABOUT.search(beside)
            if about or only_before:
                continue
            cost = len(beside)  # a gathering's name may be long
        elif match.start() > _OPENS and _SPEAKS.search(text, place, start):
            continue  # "a consulate will open in L, P said after talks with P"
        else:
            cost = start - place
        cost += 25 * crossed + _FAR * (";" in text[min(place, start) : max(place, start)])
        if country and cost < _FAR and (best is None or cost < best[0]):
            best = (cost, country)
    return best[1] if best else None


# "An accord was signed in L.  Following the ceremony, P met with P"
_AFTER_IT = re.compile(
    r"\W*(?:following|after|at|before|during) the (?:signing ceremony|signing|ceremony|event|forum|summit|opening)\b"
)


def day_before(scene: Scene) -> str | None:
    """The day of the ceremony or forum that the sentence before tells of: "Following the ceremony, P met with P"."""
    before = scene.before if _AFTER_IT.match(scene.text) and not scene.dates else None
    days = {before.at[p].edtf for p in before.dates if before.at[p].precision == "day"} if before else set()
    return days.pop() if len(days) == 1 else None


def _one_place(scene: Scene | None) -> str | None:
    """The one country in which the sentence places what it tells."""
    told = {scene.country(match.start("to")) for match in _AT.finditer(scene.text)} if scene else set()
    return told.pop() if len(told) == 1 else None


def met_elsewhere(scene: Scene) -> tuple[str | None, str | None]:
    """Country and day of the meetings in a third country, of which "Meeting with P, P said" tells one."""
    away = scene.filed if scene.filed not in (*OTHER, None) else None
    if away and not any(scene.text[p] == "L" and scene.text[p - 3 : p] == "in " for p in scene.at):
        for other in scene.family[:_NEWS]:
            if other is not scene and other.sentence.kind != "title" and _SERIES.search(other.text):
                days = [other.at[i].edtf for i in other.dates if other.at[i].precision == "day"]
                month = scene.published[:7] if (scene.published or "").count("-") == 2 else None
                return away, (days[0] if len(days) == 1 else month)
    if not _ONE_OF_THEM.match(scene.text):
        return None, None
    for other in reversed(scene.family[max(0, scene.index - _NEWS) : scene.index]):
        spots = {other.country(m.start("to")) for m in _AT.finditer(other.text)}
        if "meetings" in other.text and len(spots) == 1 and not spots & set(OTHER):
            days = [other.at[i].edtf for i in other.dates if other.at[i].precision == "day"]
            return spots.pop(), (days[0] if len(days) == 1 else None)
    return None, None


def who_met_them(scene: Scene) -> PersonMention | None:
    """Whose meetings abroad a report tells of one by one: "At the meeting with P, the parties summed up"."""
    if scene.filed in (*OTHER, None) or not _ONE_OF_THEM.match(scene.text):
        return None
    for other in scene.family[:_NEWS]:
        if other.people and other.sentence.kind != "title" and _SERIES.search(other.text):
            return other.at[other.people[0]]
    return None


# "on the sidelines of the assembly P met with the heads of a number of states": the report tells of them one by one
_SERIES = re.compile(
    r"\b(?:number|series|round|host) of (?:bilateral |working )?"
    r"(?:meetings|states|countries|leaders|colleagues|counterparts)"
    r"|\b(?:met with|(?:met|meetings|talks) (?:[a-z]+ly )?with) (?:the |his |her |several )*"
    r"(?:heads|leaders|colleagues|counterparts|(?:foreign |prime )?ministers|presidents)\b"
)
_ONE_OF_THEM = re.compile(
    r"\W*(?:meeting|talking|speaking|(?:at|during) (?:a|his|the) (?:meeting|talks|conversation)) (?:with|to) "
)


def known_seat(scene: Scene) -> str | None:
    """Where a gathering always sits on whose sidelines they met: "on the margins of the UN General Assembly".

    Else that of a third country's city which the report was written in.
    """
    side = _ASIDE_OF.search(scene.text)
    if side:
        for gathering, country in rows("gathering_seats.tsv", LISTS):
            if gathering in scene.text[side.start() :]:
                return country
    named = _NAMED_AFTER.search(scene.text)
    if named and scene.country(named.start("to")) not in OTHER:
        return scene.country(named.start("to"))
    if scene.filed in OTHER and _HERE.search(scene.text):
        return scene.filed  # "the centre to be built here, he said after meeting P"
    away = scene.filed if scene.filed not in (*OTHER, None) else None
    return away if away and (side or scene.index <= _NEWS) else None


# "on the margins of the L security conference"
_NAMED_AFTER = re.compile(
    r"\b(?:sidelines?|margins?|fringes?) of (?:the )?(?:[\w-]+ ){0,3}?(?P<to>L) (?:[\w-]+ ){0,4}?"
    r"(?:conference|forum|summit|dialogue|congress|week|assembly|exhibition|fair)\b"
)
_HERE = re.compile(r"\bhere\b")
_ASIDE_OF = re.compile(r"\b(?:sidelines?|margins?|fringes?|during|at|within|framework|attending)\b")
_NEWS = 3  # sentences


_NEXT = re.compile(
    r"(?:the|their|this) (?:meeting|talks|conversation|negotiations|document|memorandum|mou|agreement|signing|ceremony)"
    r"[^.;P]{0,30} (?:took place|was held|were held|was signed)[^.;]{0,80}? "
    rf"(?:in|at (?:the )?(?:[\w'-]+ ){{1,3}}of (?:the P,? )?) ?{WHERE}"
)


def told_next(scene: Scene) -> str | None:
    """ "The meeting took place in L", said in the next sentence."""
    after = scene.family[scene.index + 1 : scene.index + 2]
    match = _NEXT.match(after[0].text) if after else None
    return after[0].country(match.start("to")) if match else None


_SIDELINES = re.compile(r"\b(?:sidelines?|margins?|fringes?|summit|general assembly|forum|conference)\b")


def sidelines_before(scene: Scene) -> tuple[str | None, str | None]:
    """Country and day of a third country's gathering, on whose sidelines they met, as said just before."""
    other = scene.before
    if other is None or other.sentence.paragraph != scene.sentence.paragraph:
        return None, None
    if not _SIDELINES.search(other.text):
        return None, None
    here = {other.country(m.start("to")) for m in _AT.finditer(other.text)} & set(OTHER)
    if here:
        return None, None  # they met at home, on the way from there
    countries = [other.country(i) for i in other.at if other.text[i] == "L" and other.country(i) not in OTHER]
    days = [other.at[i].edtf for i in other.dates if other.at[i].precision == "day"]
    return (countries[0] if countries else None), (days[0] if len(days) == 1 else None)
