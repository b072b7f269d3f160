"""Visits told by a noun: "a state visit to L", "P's three-day trip", "the visits of P in D and P in D"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...reading import PersonMention, one_of_office
from ...reading import gated as re
from ...reading.lexicon import alternation, words
from .actors import THEIRS, possessor, subject
from .draft import OTHER
from .listed import PAID, find_listed
from .referents import antecedent
from .scene import Scene
from .wording import LISTS, WHERE, Wording, destination, destination_place, level_of, purpose_level


def find_nouns(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells by a noun."""
    if "visit" in scene.text or "P (D" in scene.text or _SELDOM.search(scene.text):
        yield from _single(scene)
        yield from find_listed(scene)
    if _BY_ONE.search(scene.text):
        yield from _by_one_of_office(scene)
    for home in _GOES_HOME.finditer(scene.text) if "home" in scene.text else ():
        person = subject(scene, home.start())
        yield Wording(home.start(), home.end() - 1, "went-home", person, None, point="end", anaphoric=True)
    for since in _SINCE_THERE.finditer(scene.text) if scene.before else ():
        yield Wording(since.start(), since.end(), "it-lasted", None, None, point="begin", anaphoric=True)
    lasted = _IT_LASTED.match(scene.text) if scene.before else None
    if lasted:
        start, end = lasted.start("did"), lasted.end() - 1
        yield Wording(start, end, "it-lasted", None, None, point=_edge(lasted["did"]), anaphoric=True)


def performed(scene: Scene) -> Iterator[tuple[int, int, str | None, str | None]]:
    """Start, end, host and level of every visit that somebody, whoever it is, pays to a named place."""
    text = scene.text
    for match in _noun().finditer(text):
        to, made = _TO.match(text, match.end()), _MAKES.search(text[: match.start()])
        if to and made:
            yield made.start(), to.end(), destination(scene, to.start("to")), level_of(match["mods"])


_SELDOM = re.compile(
    r"mission of|swing through|guests from|one paid|one made|trip|tour|journey|sojourn|voyage|stay|stop-?over"
)
_TO = re.compile(
    r"(?: and work(?:ing)?)?(?:,? (?:made |paid |undertaken )?(?:by|of) (?:the |then |our |your "
    r"|a )?P(?: and [^.;,P]{0,40})?)?"
    r"(?:,? (?:on|in|from|during|between)? ?D)?(?:,? (?:made |paid )?(?:by|of) (?:the |then |our |your |a )?P)?,?"
    rf"(?: made| paid| undertaken)? (?:to|in|of|around|across) "
    rf"(?:(?:the )?(?:two|three|four|five) (?:[\w-]+ |A ){{0,3}}(?:countries|nations)(?: -|:|,| of)? (?:namely )?)?"
    rf"{WHERE}"
)
# "the visit of P of L to L"
_OF_TO = re.compile(
    rf",? (?:made |paid )?(?:by|of) (?:the |then |our |your |a )?P of (?:the )?L,?(?: (?:on|in|from) D)? to {WHERE}"
)

# "the visit that P made to L"
_THAT = re.compile(
    r",? (?:(?:that|which) )?(?:the |then |a )?(?P<who>P)(?: of (?:the )?L)? (?:had |has |is to |will |was to )?"
    r"(?:made|paid|pays?|makes?|undertook|undertaken|undertakes?)"
    rf"(?:,? (?:on|in|from) D,?)?(?: to {WHERE})?"
)
_BY = re.compile(
    r"(?: (?:made|paid|undertaken))?(?: (?:to|in|of) (?:the )?(?:L|A capital|(?:[\w-]+ ){0,3}(?:nation|country"
    r"|republic)))?(?:,? (?:on|in"
    r"|from) D)?,? (?:made |paid |"
    r"undertaken )?(?:by|of|from) "
    r"(?:(?:the |then |our |your |a |an )?|(?:the |a |an )(?:[\w-]+ ){0,5}(?:delegation|mission|group"
    r"|team)\b[^.;P]{0,80}? "
    r"(?:led|headed) by "
    r"(?:the |its )?)P(?!')"
)
# "the visit of a A deputy premier to L": nobody else's
_OF_SOMEBODY = re.compile(r"(?: to (?:the )?(?:L|A capital))?,? (?:made |paid )?(?:of|by) an? (?!P)")
_ANOTHER = re.compile(r"\b(?:previous|earlier|last|past|earliest|second|third|return|next|future)\b")
_ELSEWHERE = re.compile(r" to (?!D\b|P\b)")
_HERE = re.compile(
    r" here\b| to (?:this|that|the|our|your|its) (?:[\w-]+ ){0,3}(?:country|nation|province|city|capital|republic"
    r"|region)\b"
)
_RETURNED = re.compile(r"\b(?:return|repa(?:y|id)|reciprocat)\w* (?:the|that|this|his|her) $")
_ESCORTED = re.compile(r"\baccompan(?:y|ied|ies|ying)(?: him| her| P)? (?:on|during) (?:the|this|his|her) $")
_IS_VERB = re.compile(r"\b(?:to|will|would|shall|can|could|may|might|should|must|they|we|you|who|and|not) $")
_OBJECT = re.compile(r"(?:ing|s|ed)? (?:the |both |our )?[LPA]")


def _single(scene: Scene) -> Iterator[Wording]:
    text = scene.text
    for match in _noun().finditer(text):
        start, end = match.span()
        again = match[0].endswith("one")  # "his official visit returned the one paid by P"
        if again and not text[:start].endswith("the "):
            continue
        if match[0].endswith("s") and PAID.search(text):
            continue
        that, by = _THAT.match(text, end), _BY.match(text, end)
        if _RETURNED.search(text[:start]) and not (that or by):
            continue  # another's visit: verbs
        if _ESCORTED.search(text[:start]):
            continue  # "will be accompanied on the trip by P": more of the journey told
        if not match["mods"] and (_IS_VERB.search(text[:start]) or _OBJECT.match(text, end)):
            continue
        to = _OF_TO.match(text, end) or _TO.match(text, end) or (that if that and that["to"] else None)
        place = to.start("to") if to else None
        stands = destination_place(scene, place) if place is not None else None
        host = scene.country(stands) if stands is not None else None
        if host is not None and host not in OTHER:
            continue
        if not (that or by) and _OF_SOMEBODY.match(text, end):
            continue
        anaphoric = False
        if that and not by:
            person = scene.at[that.start("who")]
        else:
            person = scene.at[by.end() - 1] if by else possessor(scene, start, host)
        told = _WAS_BY.match(text, _last_of(match, to, by)) if by and _ANOTHER.search(match["mods"]) else None
        if told:  # of that office, then
            named = scene.at[told.start("by")]
            as_he = {"rank": person.rank, "office": person.office, "country": person.country}
            person = named if named.rank else replace(named, **as_he)
        neutral = person is not None and not _ARRIVED_ON.search(text[:start])
        if person is None:
            person, anaphoric = _performer(scene, match, host)
            if person is None and not anaphoric:
                continue
        if host is None and person is not None and _HERE.match(text, end):
            host = OTHER.get(person.country)
        elif _to_a_house(scene, match, person):
            host = scene.filed
        elif place is None and not by and _ELSEWHERE.match(text, end):
            anaphoric = True  # "his visit to the museum": part of a journey told elsewhere, or of none
        counted = bool(_COUNTED.search(text[:start]))
        last = max(_last_of(match, to, by), (stands or 0) + 1)
        mods = match["mods"] or (text[:start] if again else "")
        rule = "visit-scheduled" if _ON_THE_LIST.search(text[:start]) else "visit-noun"
        yield Wording(
            start if stands == place else stands, last, rule, person, host, place is not None,
            level_of(mods) or _said_after(text[last:]) or (None if counted else purpose_level(scene, last)),
            anaphoric=anaphoric, neutral=neutral, counted=counted,
            another=bool(_ANOTHER.search(match["mods"])) and not counted,
        )  # fmt: skip


def _last_of(*matches: re.Match | None) -> int:
    """Where a visit's wording ends."""
    return max(m.end() for m in matches if m)


# "the last visit by the A premier to L was made by P in D"
_WAS_BY = re.compile(
    r"[^.;P]{0,100}? was (?:made |paid |undertaken )(?:back )?(?:(?:in|on) D )?by (?:the |then )*(?P<by>P)"
)
# "arrived on D for his first visit": it was made, though "his visit" by itself does not say so
_ARRIVED_ON = re.compile(
    r"\b(?:arrived|landed|came|flew in|has come)\b[^.;P]{0,40} (?:for|on) (?:his|her) $"
    r"|\b(?:pa(?:id|ys)|ma(?:de|kes)|beg(?:an|ins)|start(?:ed|s)|conclude[sd]|end(?:ed|s)|w(?:rapped|ound) up) "
    r"(?:his|her) $"
)
# "the last visit by a A president to L was in D"
_BY_ONE = re.compile(
    r"\b(?:last|previous|latest) (?:[a-z-]+ )?visit (?:(?P<to>to L) )?(?:by|of) an? (?P<of>A|L's) (?P<role>president"
    r"|head of state|prime minister|foreign minister|national assembly chairman|speaker)(?P<too> to L)? (?:was(?: made"
    r"| paid)?|took place|dates back to|dates from)(?: back)?(?: in| on)? (?P<on>D)"
)


def _by_one_of_office(scene: Scene) -> Iterator[Wording]:
    for match in _BY_ONE.finditer(scene.text):
        country = scene.country(match.start("of"))
        place = next((match.end(name) - 1 for name in ("to", "too") if match[name]), None)
        host = scene.country(place) if place else OTHER.get(country)
        person = one_of_office(scene.sentence, match["role"], country) if host == OTHER.get(country, "") else None
        if person:
            level = level_of(match[0])
            yield Wording(match.start(), match.end(), "visit-noun", person, host, True, level, another=True)


# "P completed his visit on D.  It had begun on D"
_IT_LASTED = re.compile(
    r"^\W*(?:(?:it|the (?:[\w-]+ ){0,2}(?:mission|visit|trip|tour|stay))"
    r"|(?:he|she|they|the (?:A )?(?:guests?|(?:[\w-]+ )?delegation))(?:,? which [^.;PL]{2,60},"
    r"| [^.;PL]{2,60} and)? (?:will |is due to |are due to |is to )?(?=le))"
    r" ?(?:had |has |will |is to )?(?P<did>leaves?|left|opened|opens|begun|began|begins?|started|starts?|ends?"
    r"|ended|lasted"
    r"|lasts?|runs?"
    r"|ran) "
    r"(?:home |for home )?(?:on |until |till |from )?D"
)


# "before flying home on D", "the guests go home on D"
_GOES_HOME = re.compile(
    r"\b(?:fl(?:y|ies|ew|ying)|go(?:es|ing)?|went|return(?:s|ed|ing)?|head(?:s|ed|ing)?|leav(?:e|es|ing)|left"
    r"|travel(?:s|led|ing|ling)?|depart(?:s|ed|ing)?|set(?:s|ting)? off) (?:back )?(?:for )?home (?:from (?:the )?L )?"
    r"(?:on |(?:early|late) on |later on )?D"
)


# "the delegation, which has been in the country since D"
_SINCE_THERE = re.compile(
    r"(?<=delegation,) (?:which|who) (?:has|have) been (?:here|in (?:the (?:country|city|capital)|L))(?= since D)"
)


def _edge(verb: str) -> str:
    """What the day beside a verb is of a visit."""
    if verb.startswith(("beg", "start", "open")):
        return "begin"
    return "end" if verb.startswith(("end", "le")) else "whole"


_HOUSE = re.compile(r" to (?:the )?(?:[\w-]+ ){0,4}(?:university|institute|academy|hospital|plant|factory|park|port)\b")


def _to_a_house(scene: Scene, match: re.Match, person: PersonMention | None) -> bool:
    """Whether who comes from abroad visits a university or plant of the place that the report was written in."""
    return (
        person is not None
        and bool(re.search(r"\b(?:paid|made) a $", scene.text[: match.start()]))
        and bool(_HOUSE.match(scene.text, match.end()))
        and scene.filed == OTHER.get(person.country)
    )


# "it will be his second trip to L this year": the one just told
_COUNTED = re.compile(
    r"\b(?:it|this) (?:is|was|will be|would be|marks|marked|will mark) (?:also |already )?(?:the |his |her |a |an )$"
)
_MAKES = re.compile(
    r"\b(?:pay|paid|pays|paying|make|made|makes|making|undert(?:ake|ook|aken|akes|aking)|beg(?:in|an|un|ins|inning)|"
    r"start(?:s|ed|ing)?|open(?:s|ed|ing)|commenc(?:e|es|ed|ing)|conclud(?:e|ed|es|ing)|complet(?:e|ed|es|ing)|finish(?:ed|es|ing)?|end(?:s|ed|ing)?|"
    r"w(?:i|ou)nd(?:s|ing)?(?: up)?|wrap(?:s|ped|ping)?(?: up)?|kick(?:s|ed|ing)? off|embark(?:s|ed|ing)? on|"
    r"conduct(?:s|ed|ing)?|continu(?:e|ed|es|ing)|carr(?:y|ied) out|perform(?:ed|s)?|plann(?:ed|ing)|plans?|"
    r"schedul(?:ed|es|ing)|ha[ds]|have|on|for|from|in|during|as part of|within|(?:with)?in the "
    r"framework of|in the course of|after|"
    r"following|with|to|cap(?:s|ped|ping)?) (?:(?:a|an|his|her|its|the|this|another|yet another|their) )?$"
)
_POINTS_BACK = re.compile(r"\b(?:the|this|that) $")
# "P makes the trip at the invitation of P"
_INVITED = re.compile(r" (?:is |was )?(?:made |paid )?(?:at|on|upon) (?:the |an )?invitation\b")
_THE_GUESTS = re.compile(r"\b(?:delegation|mission|guest|group)(?:'s|s') $")
_PERFORMS = re.compile(r"\b(?:made|paid|make|makes|pay|undertook|repeat\w*) (?:the|this|that) $")


def _performer(scene: Scene, match: re.Match, host: str | None) -> tuple[PersonMention | None, bool]:
    """Who pays the visit, and whether the words only point back to a visit told elsewhere."""
    before, after = scene.text[: match.start()], scene.text[match.end() :]
    points_back = bool(_POINTS_BACK.search(before)) and not (_PERFORMS.search(before) and not _INVITED.match(after))
    points_back = points_back or bool(match["mods"] and _THE_GUESTS.search(before) or THEIRS.search(before))
    made = _MAKES.search(before)
    beside = _BESIDE.search(scene.text[: made.start()]) if made and made[0].startswith("on ") else None
    if beside and scene.country(beside.start()) != host:
        return scene.at[beside.start()], points_back  # "in honour of P, on an official visit to L"
    person = subject(scene, made.start(), host) if made else None
    if person is None and host and _ON_THE_LIST.search(before):
        person = antecedent(scene, host)
    return person, points_back


# "P means to make many journeys.  The calendar also has a state visit to L in D"
_ON_THE_LIST = re.compile(
    r"\b(?:calendar|schedule|agenda|programme|program|itinerary|list|plans)(?: for D)? (?:also )?"
    r"(?:has|includes?|contains?|features?|lists?|provides? for|foresees?) (?:a|an|the|his|her) $"
)


_BESIDE = re.compile(r"P,? (?:(?:currently|now|then|also) )?$")
_ONE = re.compile(r" (?:was|is|being|had been|will be) (?:a|an) ([\w-]+(?: [\w-]+)?) (?:one|visit|trip)\b")


def _said_after(rest: str) -> str | None:
    """ "whose visit was a state one"."""
    match = _ONE.match(rest)
    return level_of(match[1]) if match else None


@cache
def _noun() -> re.Pattern:
    mods = alternation([*words("visit_modifiers.txt", LISTS), *words("visit_levels.tsv", LISTS)])
    number = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several)[- ]day"
    plural = WHERE.replace("?P<to>", "?:")
    return re.compile(
        rf"(?<![\w-])(?P<mods>(?:(?:{mods}|{number}|D|L|A)(?:,? and |,? ))*+)"
        rf"(?:(?:visit|trip|tour|journey|sojourn|voyage|stay|stopover|stop-over|swing(?= through)"
        rf"|mission(?= of (?:the )?P))(?:(?=s to {plural})s)?\b"
        r"|one(?= (?:paid|made|undertaken)\b))"
        r"(?!-| (?:visa|ban|card|document|guide|operator|program|package|agenc)\w*)"
    )
