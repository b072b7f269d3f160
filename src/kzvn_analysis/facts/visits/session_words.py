"""How a sentence words a session: the commission's tenth meeting, its next one, a round of consultations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...reading import gated as re
from ...reading.lexicon import alternation
from .draft import OTHER
from .scene import Scene
from .wording import kinds


def wordings(scene: Scene) -> Iterator[tuple[int, int, str, str]]:
    """Start and end of each session's wording, its level and the rule."""
    if _BODY.search(scene.text):
        yield from _of_bodies(scene)
    if "consultation" in scene.text:
        yield from _consultations(scene)
    if "dialogue" in scene.text and _OF_BOTH.search(scene.text):
        for match in _patterns().dialogue.finditer(scene.text):
            if _is_held(scene.text, match, 60):
                yield match.start(), match.end(), "talks", "consultations"
    if _POINTS.search(scene.text) and not _OF_FIRMS.search(scene.text):
        yield from _pointing(scene)


_BODY = re.compile(r"commission|committee|council|group|igc")
_POINTS = re.compile(
    r"\b(?:meeting|session|sitting|round|dialogue|gathering|it|one|held|convened|hosted|next|previous|last|following|body)\b"
)


def _of_bodies(scene: Scene) -> Iterator[tuple[int, int, str, str]]:
    """ "The 9th meeting of the commission", "the commission's next session", "the commission met"."""
    text, patterns = scene.text, _patterns()
    for match in patterns.of_body.finditer(text):
        if _OF_NO_STATE.match(text, match.end("body")):
            continue
        if _is_bilateral(scene, match["body"]) and not _ITS_MINUTES.search(text, 0, match.start()):
            yield match.start(), match.end(), "commission", "session-of-body"
    for match in patterns.body_nth.finditer(text):
        if _is_bilateral(scene, match["body"]):
            yield match.start(), match.end(), "commission", "session-of-body"
    for name in ("body_first", "body_meets"):
        for match in getattr(patterns, name).finditer(text):
            low = max(text.rfind(mark, 0, match.start()) for mark in (",", ";", " of ", " the ")) + 1
            low = max(low, match.start() - 70)
            named = match.end("gap" if name == "body_meets" else "body")
            if _is_bilateral(scene, text[low:named]) and not names_third_country(
                scene, low, match.end()
            ):
                start = match.start() if name == "body_first" else match.end("gap")
                if _TO_BE_SET_UP.search(text, 0, match.start("body")):
                    continue
                yield start, match.end(), "commission", name.replace("_", "-")
    for match in patterns.whose.finditer(text):
        if _is_bilateral(scene, text[max(0, match.start() - 70) : match.end("body")]):
            yield match.start(), match.end(), "commission", "session-whose"


# "proposed to set up a joint working group, which will hold its first meeting"
_TO_BE_SET_UP = re.compile(
    r"\b(?:propos|suggest)\w* (?:to )?(?:set(?:ting)? up|establish\w*|creat\w+|form\w*) (?:an? |the )?"
    r"(?:[\w-]+ ){0,3}$"
)
# "the joint council of universities"
_OF_NO_STATE = re.compile(r" of (?:the )?(?:A |two )?(?:universities|rectors|schools|companies|entrepreneurs|youth)\b")
# "signed papers, including a plan for D, the minutes of the 42nd meeting of the committee": no time of the meeting
_ITS_MINUTES = re.compile(r", (?:and )?(?:the )?(?:agreed )?minutes of (?:the )?$")


def _consultations(scene: Scene) -> Iterator[tuple[int, int, str, str]]:
    """ "Political consultations were held"; "the next round of consultations", where such were told of before."""
    text, patterns = scene.text, _patterns()
    for match in patterns.consultations.finditer(text):
        if not _OF_MINISTRIES.search(match[0]) and not any(
            _OF_MINISTRIES.search(s.text) for s in scene.family[max(0, scene.index - _REACH) : scene.index + 1]
        ):
            continue
        if _is_held(text, match, 200 if _SIDES_TOLD.match(text, match.end()) else 60):
            yield match.start(), match.end(), "talks", "consultations"


_TOOK_PART = re.compile(r"\b(?:took part|participated) in (?:the )?(?:D )?$")
_MET_FOR = re.compile(
    r"\b(?:met|gathered|sat down|came together|meet|will meet) [^.;:P]{0,40}\bfor (?:the |their |an? )?$"
)
_SIDES_TOLD = re.compile(r" (?:between|at the level of|at (?:the )?(?:deputy|vice)|of the)\b")
_OF_BOTH = re.compile(r"\b(?:two|both) (?:countries|ministries|sides|nations|armies)\b|A-A|L-L|between L and L")


def _is_held(text: str, match: re.Match, reach: int) -> bool:
    """Whether a word of holding stands shortly after a session's name, or right before it."""
    held = _patterns().held
    return bool(
        held.search(text, match.end(), match.end() + reach)
        or held.search(text[: match.start()][-30:])
        or _THERE_AND_THEN.match(text, match.end())
        or _TOOK_PART.search(text[: match.start()])
        or _MET_FOR.search(text[: match.start()])
    )


def _pointing(scene: Scene) -> Iterator[tuple[int, int, str, str]]:
    """ "The 9th meeting", "its next session", "it last met": of a body told before."""
    text, patterns = scene.text, _patterns()
    numbered = list(patterns.numbered.finditer(text))
    before = _body_before(scene) if numbered else None
    for match in numbered:
        level = "commission" if _NAMED.search(text, 0, match.start()) else before
        end = match.end()
        if level and (patterns.held.search(text, end, end + 40) or _THERE_AND_THEN.match(text, end)):
            yield match.start(), match.end(), level, "session-numbered"
    topic = _topic(scene)
    if topic:
        for match in patterns.it_meets.finditer(text):
            yield match.start(), match.end(), topic, "body-meets"
        for match in patterns.pointing.finditer(text):
            held = patterns.held.search(text, match.end(), match.end() + 40) or re.search(
                r"\bhold(?:ing)? $|\bheld $|\bconven\w+ $", text[: match.start()]
            )
            held = held or _CHAIRED_AT.match(text, match.end())
            if held and not _TO_HOLD.match(text, match.end()):
                yield match.start(), match.end(), topic, "session-pointing"


# "The session was co-chaired by P and P in L on D"
_CHAIRED_AT = re.compile(r" (?:was|is being) (?:co-)?(?:chaired|led|headed) [^;:.]{0,120}?\bin L\b")
# "At the meeting, the parties agreed to hold the next …"
_TO_HOLD = re.compile(
    r"[^;:.]{0,30}\b(?:agreed|decided|planned|plan|intend|proposed|wish|ready) to (?:hold|convene|host)\b"
)


# "… for economic, trade, scientific and technological cooperation", of a body's name
_ITS_FIELD = r" (?:on|for|of) [^.;PLD]{3,110}?\bcooperation(?: between L and L)?"
# What may stand between a body and "met".
_HELPING = (
    "has|have|had|is|are|was|were|will|would|should|shall|be|to|due|set|expected|scheduled|slated|planned|supposed|likely|last|first|"
    "next|most|recently|already|previously|regularly|also|now|again|then|soon|usually|itself"
)


class _Patterns(NamedTuple):
    of_body: re.Pattern
    body_nth: re.Pattern
    body_first: re.Pattern
    body_meets: re.Pattern
    pointing: re.Pattern
    it_meets: re.Pattern
    consultations: re.Pattern
    dialogue: re.Pattern
    held: re.Pattern
    numbered: re.Pattern
    mark: re.Pattern
    whose: re.Pattern


@cache
def _patterns() -> _Patterns:
    words = kinds("session_words.tsv")
    body, mark, noun, verb, held = (words[k] for k in ("body", "mark", "noun", "verb", "held"))
    ordinal = rf"(?:{words['ordinal']}|\d{{1,2}}(?:st|nd|rd|th)),?"
    number = alternation(_NUMBERS)
    return _Patterns(
        of_body=re.compile(
            rf"(?<![\w-])(?:{ordinal} )*{noun}s? of (?:the )?(?:{ordinal} "
            rf")?(?P<body>[^.;P]{{0,60}}?(?<![\w-]){body})(?![\w-])(?:{_ITS_FIELD}(?![\w-]))?"),
        # "the ninth intergovernmental commission took place"
        body_nth=re.compile(
            rf"(?<![\w-])(?:{number}|\d{{1,2}}(?:st|nd|rd"
            rf"|th)) (?P<body>[^.;PD]{{0,60}}?(?<![\w-]){body})(?:{_ITS_FIELD})? "
            r"(?=(?:took place|was held|will be held|will take place|is to be held)\b)"
        ),
        body_first=re.compile(
            rf"(?P<body>(?<![\w-]){body})(?:'s)?(?: on [^.;PD]{{0,60}}?)? (?:{ordinal} "
            rf")*{noun}(?![\w-])"),
        body_meets=re.compile(
            rf"(?P<body>(?<![\w-]){body})(?![\w-])(?P<gap>"
            rf"(?: (?:of|between) (?:the )?(?:[LA](?:,? and |-)[LA]|two (?:governments|countries|sides)))?"
            rf"(?:, [^;]{{0,80}}?,)?(?:{_ITS_FIELD})? ?(?:on [^;P,]{{0,60}}? )?)(?:,? (?:which|that) )?"
            rf"(?:(?:{_HELPING}) )*+(?:{verb}"
            rf"|(?:h[eo]lds?|(?:wound|winds|wrapped|wraps) up|open(?:s|ed)|began|begins|clos(?:es|ed)|conclud(?:es|ed)"
            rf"|convene[sd]|start(?:s|ed)|end(?:s|ed)) (?:its|their) (?:{ordinal} )*{noun})(?![\w-])"),
        pointing=re.compile(
            rf"(?<![\w-])(?:the|its|this|a) (?:{ordinal} )*(?:{noun}|(?<= )one)(?! of\b)(?![\w-])"
            r"|(?<![\w-])the (?:next|previous|last|following|first|latest)(?= (?:is|was|will|took|has|had|to|being)\b)"
        ),
        it_meets=re.compile(
            rf"(?<![\w-])(?:it|the body)(?: has| had)?(?: last| first| again| next)? {verb}(?= in L|"
            rf" on D| in D)"),
        consultations=re.compile(
            rf"(?<![\w-])(?:{ordinal} )*(?:round of (?:the )?)?(?:annual )?(?:political|consular|foreign ministry|"
            rf"foreign ministries'?|inter-ministerial|inter-ministry|deputy-ministerial|deputy ministerial"
            rf"|deputy foreign"
            rf" ministerial) "
            rf"consultations?(?![\w-])|(?<![\w-])(?:{ordinal} )+(?:round of (?:the )?)?consultations?(?![\w-])"),
        dialogue=re.compile(
            rf"(?<![\w-])(?:{ordinal} )*(?:round of (?:the )?)?(?:(?:A-A|L-L|annual) )?"
            rf"(?:defen[cs]e|security|strategic|policy|deputy-ministerial|political|human rights)(?: and [a-z]+)?"
            rf"(?: policy)? dialogue(?![\w-])"),
        held=re.compile(rf"(?<![\w-]){held}(?![\w-])"),
        mark=re.compile(rf"(?<![\w-]){mark}(?![\w-])"),
        # "the 9th meeting": which body's, an earlier sentence says
        numbered=re.compile(rf"(?<![\w-])(?:{number}|\d{{1,2}}(?:st|nd|rd|th)) (?:{ordinal} )*{noun}(?! of\b)(?![\w-])"
            # "the success of the sixth, held in L"
            rf"|(?<![\w-])the (?:{number}|\d{{1,2}}(?:st|nd|rd|th))(?: one)?(?=,? (?:which |that )?(?:had been "
            rf"|was |to be )?"
            rf"(?:held|convened|hosted|took place)\b)"),
        whose=re.compile(
            rf"(?P<body>(?<![\w-]){body})(?:{_ITS_FIELD})?,? (?:[^.;P]{{0,60}}?whose (?:{ordinal} )*{noun}"
            rf"|the (?:{ordinal} )+{noun} of which)(?![\w-])"),
    )  # fmt: skip


_THERE_AND_THEN = re.compile(r",? (?:held )?in L,? (?:in |on )?D")  # "since the third session in L in D"
_NUMBERS = frozenset(
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth",
    }
)  # fmt: skip
_REACH = 24  # sentences
_OF_MINISTRIES = re.compile(
    r"\b(?:political|consular|foreign ministr\w+|ministerial|inter-ministerial)'? consultation"
    r"|\b(?:defen[cs]e|security|policy|strategic)(?: policy)? dialogue"
    r"|\bconsultations? between (?:the )?(?:two )?(?:foreign ministries|ministries of foreign affairs)"
)


def _is_bilateral(scene: Scene, words: str) -> bool:
    """Whether the body is of both governments: its name says so, or it was named so before."""
    if _OF_FIRMS.search(words):
        return False
    if _patterns().mark.search(words):
        return True
    if not re.search(r"\bthe (?:commission|committee)$|^(?:commission|committee)$", words.strip()):
        return False
    return any(_named(s) for s in scene.family[: scene.index + 1])


_OF_FIRMS = re.compile(r"\bbusiness (?:\w+ )?council\b")  # no body of the governments
_NAMED = re.compile(r"\b(?:inter-?governmental|joint|bilateral) [^.;]{0,60}(?:commission|committee)")


def _named(scene: Scene) -> bool:
    return bool(_NAMED.search(scene.text))


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
    return _body_before(scene) if _THE_NEXT.search(scene.text) or _CHAIRED_AT.search(scene.text) else None


_THE_NEXT = re.compile(r"\bthe (?:next|following) (?:meeting|session|sitting|round)\b(?! of\b)")


def names_third_country(scene: Scene, start: int, end: int) -> bool:
    low = max(0, start - 12)
    return any(
        low <= place < end and scene.text[place] in "LA" and scene.country(place) not in OTHER
        for place in scene.at
    )
