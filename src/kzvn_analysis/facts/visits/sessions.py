"""Sessions: an intergovernmental commission meets, the foreign ministries consult."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...reading import PersonMention
from ...reading.lexicon import alternation, rows
from .actors import is_official
from .cues import is_remote, question_of, status, was_earlier
from .draft import OTHER, Draft
from .scene import Scene
from .timing import moved_to, when
from .wording import WHERE


def find_sessions(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of a session with its time or place."""
    taken: list[tuple[int, int]] = []
    found = list(_wordings(scene))
    spots = tuple(sorted({start for start, *_ in found}))
    for start, end, level, rule in found:
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        draft = _draft(scene, start, end, level, rule, spots)
        if draft:
            yield draft


def _draft(
    scene: Scene, start: int, end: int, level: str, rule: str, spots: tuple[int, ...]
) -> Draft | None:
    if _names_third_country(scene, start, end) or is_remote(scene, start, end):
        return None
    state = status(scene, start, end)
    question = question_of(scene) if rule == "session-of-body" else None
    if state == "made" and question:
        state = status(question, len(question.text), len(question.text))
    if state == "off":
        return None
    if state == "moved":
        time, state = moved_to(scene, end), "planned"
        if time.period is None:
            return None
    else:
        time = when(scene, start, end, "whole", spots)
        if state == "wished" and was_earlier(scene, time.period):
            state = "made"
        elif state == "wished" and not _AGREED.search(scene.text[:start]):
            return None
        state = "planned" if state == "wished" else state
    if question and not time.dated:
        time = when(question, len(question.text), len(question.text))
    host = _place(scene, start, end)
    if time.period is None and host is None:
        return None
    visitor, counterpart = _chairs(scene, host)
    if visitor is None and counterpart is None:
        visitor, counterpart = _chairs_told_next(scene, host)
    return Draft(
        "session", scene, start, rule, visitor, OTHER.get(host), host if host in OTHER else None, level,
        time.period, "whole", None, state, counterpart, explicit_host=host is not None, dated=time.dated,
    )  # fmt: skip


_AGREED = re.compile(r"\bagreed\b[^.;]{0,60}$")


class _Patterns(NamedTuple):
    of_body: re.Pattern
    body_first: re.Pattern
    body_meets: re.Pattern
    pointing: re.Pattern
    it_meets: re.Pattern
    consultations: re.Pattern
    body: re.Pattern
    held: re.Pattern
    numbered: re.Pattern
    whose: re.Pattern


# What may stand between a body and "met".
_HELPING = (
    "has|have|had|is|are|was|were|will|would|be|to|due|set|expected|scheduled|slated|planned|supposed|likely|last|first|next|most|"
    "recently|already|previously|regularly|also|now|again|then|soon|usually|itself"
)


@cache
def _patterns() -> _Patterns:
    kinds: dict[str, list[str]] = {}
    for wording, kind in rows("session_words.tsv", "kzvn_analysis.facts"):
        kinds.setdefault(kind, []).append(wording)
    body, mark, noun, verb, held = (alternation(kinds[k]) for k in ("body", "mark", "noun", "verb", "held"))
    ordinal = rf"(?:{alternation(kinds['ordinal'])}|\d{{1,2}}(?:st|nd|rd|th)),?"
    number = alternation(w for w in kinds["ordinal"] if w in _NUMBERS)
    marked = rf"(?<![\w-])(?:(?=[^.;P]{{0,70}}?{mark})[^.;P]{{0,70}}?|the )(?<![\w-]){body}(?![\w-])"
    return _Patterns(
        of_body=re.compile(
            rf"(?<![\w-])(?:{ordinal} )*{noun}s? of (?:the )?(?:{ordinal} "
            rf")?(?P<body>[^.;P]{{0,60}}?(?<![\w-]){body})(?![\w-])"),
        body_first=re.compile(
            rf"(?P<body>(?<![\w-]){body})(?:'s)?(?: on [^.;P]{{0,60}}?)? (?:{ordinal} "
            rf")*{noun}(?![\w-])"),
        body_meets=re.compile(
            rf"(?P<body>(?<![\w-]){body})(?![\w-])(?P<gap>(?: (?:of|between) (?:the )?[LA](?:,? and |-)[LA])?(?:, [^;]{{0,80}}?,)? ?(?:on "
            rf"[^;P,]{{0,60}}? )?)(?:,? (?:which|that) )?(?:(?:{_HELPING}) )*+{verb}(?![\w-])"),
        pointing=re.compile(
            rf"(?<![\w-])(?:the|its|this|a) (?:{ordinal} )*(?:{noun}|(?<= )one)(?! of\b)(?![\w-])"
            r"|(?<![\w-])the (?:next|previous|last|following|first|latest)(?= (?:is|was|will|took|has|had|to|being)\b)"
        ),
        it_meets=re.compile(
            rf"(?<![\w-])(?:it|the body)(?: has| had)?(?: last| first| again| next)? {verb}(?= in L|"
            rf" on D| in D)"),
        consultations=re.compile(
            rf"(?<![\w-])(?:{ordinal} )*(?:round of )?(?:annual )?(?:political|consular|foreign ministry|"
            rf"foreign ministries'?|inter-ministerial|deputy-ministerial|deputy ministerial|deputy foreign ministerial) "
            rf"consultations?(?![\w-])|(?<![\w-])(?:{ordinal} )+(?:round of )?consultations?(?![\w-])"),
        body=re.compile(marked),
        held=re.compile(rf"(?<![\w-]){held}(?![\w-])"),
        # "the 9th meeting": which body's, an earlier sentence says
        numbered=re.compile(rf"(?<![\w-])(?:{number}|\d{{1,2}}(?:st|nd|rd|th)) (?:{ordinal} )*{noun}(?! of\b)(?![\w-])"
            # "the success of the sixth, held in L"
            rf"|(?<![\w-])the (?:{number}|\d{{1,2}}(?:st|nd|rd|th))(?: one)?(?=,? (?:which |that )?(?:had been |was |to be )?"
            rf"(?:held|convened|hosted|took place)\b)"),
        whose=re.compile(rf"(?P<body>(?<![\w-]){body}),? [^.;P]{{0,60}}?whose (?:{ordinal} )*{noun}(?![\w-])"),
    )  # fmt: skip


def _wordings(scene: Scene) -> Iterator[tuple[int, int, str, str]]:
    """Start and end of each session's wording, its level and the rule."""
    text, patterns = scene.text, _patterns()
    if not re.search(
        r"commission|committee|council|group|igc|consultation|round|session|meeting|\b(?:it|one)\b", text
    ):
        return
    for match in patterns.of_body.finditer(text):
        if _is_bilateral(scene, match["body"]):
            yield match.start(), match.end(), "commission", "session-of-body"
    for name in ("body_first", "body_meets"):
        for match in getattr(patterns, name).finditer(text):
            low = max(text.rfind(mark, 0, match.start()) for mark in (",", ";", " of ", " the ")) + 1
            low = max(low, match.start() - 70)
            if _is_bilateral(scene, text[low : match.end("body")]) and not _names_third_country(
                scene, low, match.end()
            ):
                start = match.start() if name == "body_first" else match.end("gap")
                yield start, match.end(), "commission", name.replace("_", "-")
    for match in patterns.consultations.finditer(text):
        if not _OF_MINISTRIES.search(match[0]) and not any(
            _OF_MINISTRIES.search(s.text) for s in scene.family[max(0, scene.index - _REACH) : scene.index + 1]
        ):
            continue
        if patterns.held.search(text, match.end(), match.end() + 60) or patterns.held.search(
            text[: match.start()][-30:]
        ):
            yield match.start(), match.end(), "talks", "consultations"
    for match in patterns.whose.finditer(text):
        if _is_bilateral(scene, text[max(0, match.start() - 70) : match.end("body")]):
            yield match.start(), match.end(), "commission", "session-whose"
    numbered = list(patterns.numbered.finditer(text))
    level = _body_before(scene) if numbered else None
    for match in numbered:
        if level and patterns.held.search(text, match.end(), match.end() + 40):
            yield match.start(), match.end(), level, "session-numbered"
    topic = _topic(scene)
    if topic:
        for match in patterns.it_meets.finditer(text):
            yield match.start(), match.end(), topic, "body-meets"
        for match in patterns.pointing.finditer(text):
            held = patterns.held.search(text, match.end(), match.end() + 40) or re.search(
                r"\bhold(?:ing)? $|\bheld $|\bconven\w+ $", text[: match.start()]
            )
            if held:
                yield match.start(), match.end(), topic, "session-pointing"


_NUMBERS = frozenset(
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth",
    }
)  # fmt: skip
_REACH = 24  # sentences


_OF_MINISTRIES = re.compile(
    r"\b(?:political|consular|foreign ministr\w+|ministerial|inter-ministerial)'? consultation"
    r"|\bconsultations? between (?:the )?(?:two )?(?:foreign ministries|ministries of foreign affairs)"
)


def _is_bilateral(scene: Scene, words: str) -> bool:
    """Whether the body is of both governments: its name says so, or it was named so before."""
    kinds = [w for w, k in rows("session_words.tsv", "kzvn_analysis.facts") if k == "mark"]
    if re.search(rf"(?<![\w-]){alternation(kinds)}(?![\w-])", words):
        return True
    if not re.search(r"\bthe (?:commission|committee)$|^(?:commission|committee)$", words.strip()):
        return False
    return any(_named(s) for s in scene.family[: scene.index + 1])


def _named(scene: Scene) -> bool:
    return bool(
        re.search(
            r"\b(?:inter-?governmental|joint|bilateral) [^.;]{0,60}(?:commission|committee)", scene.text
        )
    )


def _body_before(scene: Scene) -> str | None:
    """Of which level the sessions are that the nearest earlier sentences tell of."""
    for other in reversed(scene.family[max(0, scene.index - _REACH) : scene.index + 1]):
        if _OF_MINISTRIES.search(other.text):
            return "talks"
        if _named(other) and other is not scene:
            return "commission"
    return None


def _topic(scene: Scene) -> str | None:
    """What "the meeting" or "the next round" points back to, within the paragraph."""
    for other in (scene, scene.before):
        if other is None or other.sentence.paragraph != scene.sentence.paragraph:
            continue
        if re.search(r"\bconsultations\b", other.text):
            return "talks"
        if _named(other) or re.search(r"(?:A-A|L-L|L - L)[^.;]{0,60}(?:commission|committee)", other.text):
            return "commission"
        if re.search(r"\bthe (?:commission|committee)\b", other.text) and any(
            _named(s) for s in scene.family[max(0, other.index - _REACH) : other.index]
        ):
            return "commission"
    return None


def _names_third_country(scene: Scene, start: int, end: int) -> bool:
    low = max(0, start - 12)
    return any(
        low <= place < end and scene.text[place] in "LA" and scene.country(place) not in OTHER
        for place in scene.at
    )


_AFTER = re.compile(
    rf"\b(?:in|at) {WHERE}|\b(?:in|at) the (?P<here>capital)\b|\bhosted by (?:the )?(?P<by>L)"
)
_BEFORE = re.compile(rf"(?:^|[^.;]{{0,30}}\bD,? )(?:in|at) {WHERE}|(?P<where>L),? where\b[^;]*$")


def _place(scene: Scene, start: int, end: int) -> str | None:
    """The country of the session: named after it, or before it where the sentence begins with it."""
    text = scene.text
    stop = text.find(";", end)
    for match in _AFTER.finditer(text, start, stop if stop > 0 else len(text)):
        if scene.clause(match.start()) - scene.clause(end - 1) > 1:
            break
        if match["here"]:
            return _capital_of(scene)
        country = scene.country(match.start("to") if match["to"] else match.start("by"))
        return country
    for match in _BEFORE.finditer(text, 0, start):
        return scene.country(match.start("where") if match["where"] else match.start("to"))
    host = re.search(r"(L) (?:will |is to |also )?(?:hosted|hosts|host|to host) (?:the )?$", text[:start])
    return scene.country(host.start(1)) if host else None


def _capital_of(scene: Scene) -> str | None:
    """ "The capital" is that of the country in which the passage before it is."""
    other: Scene | None = scene
    while other is not None:
        places = [p for p in other.at if other.text[p] == "L"]
        if places:
            return other.country(places[-1])
        other = other.before
    return None


_IT_WAS_LED = re.compile(
    r"(?:it|the (?:[\w-]+ ){0,3}?(?:meeting|session|sitting|event|commission|committee|round|consultations?|igc))\b[^P;]{0,40}?"
    r"\b(?:co-)?(?:chaired|headed|led|presided)"
    r"|(?:the )?(?:co-?chair\w*|delegations) (?:of|were|was)|[^;]{0,10}P[^;]{0,80}\b(?:(?:co-)?chaired|led|headed|represented) (?:it\b|the (?:A |[\w-]+ )?"
    r"(?:meeting|session|sitting|event|side|delegation|part of))"
)


def _chairs_told_next(
    scene: Scene, host: str | None
) -> tuple[PersonMention | None, PersonMention | None]:
    """ "It was co-chaired by X and Y", said in the next sentence."""
    after = scene.family[scene.index + 1 : scene.index + 2]
    if not after or after[0].sentence.section != scene.sentence.section or not _IT_WAS_LED.match(after[0].text):
        return None, None
    return _two_sides(after[0], host)


_CHAIR = re.compile(r"\b(?:co-)?(?:chair\w*|head\w*|presid\w*)\b")


def _chairs(scene: Scene, host: str | None) -> tuple[PersonMention | None, PersonMention | None]:
    """Who led the two sides: the one who travelled and the one at home; nobody where the place is unknown."""
    return _two_sides(scene, host) if _CHAIR.search(scene.text) else (None, None)


def _two_sides(scene: Scene, host: str | None) -> tuple[PersonMention | None, PersonMention | None]:
    if host not in OTHER:
        return None, None
    people = [scene.at[p] for p in scene.people]
    guests = [p for p in people if p.country == OTHER[host] and is_official(p)]
    hosts = [p for p in people if p.country == host and is_official(p)]
    return (guests[0] if len(guests) == 1 else None), (hosts[0] if len(hosts) == 1 else None)
