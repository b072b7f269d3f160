"""Cut the names of instruments out of a sentence: "an agreement on X and a programme of Y"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...reading import gated as re
from .cues import cue_words
from .scene import Scene
from .topics import find_topic


@dataclass(frozen=True, slots=True)
class Head:
    """The noun an instrument's name is built on, or the "one" that stands for it (`pronoun`)."""

    start: int
    end: int
    singular: str
    plural: bool
    kind: str
    demand: str
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: from its first adjective (`start`) to the end of what it is about (`end`).

    `determiner` is the word before it ("an", "the", "six"); `topic` the local offset where what it is
    about begins, equal to `end` where that isn't said; a verb may stand in front of it ("an agreement
    was signed on …").
    """

    start: int
    end: int
    head: Head
    determiner: str
    topic: int

    @property
    def core_end(self) -> int:
        """Where the name ends, not counting a topic that stands behind a verb."""
        return self.end if self.topic - self.head.end < 9 or self.topic >= self.end else self.head.end

    @property
    def definite(self) -> bool:
        return self.determiner in _DEFINITE

    @property
    def count(self) -> int | None:
        return _NUMBERS.get(self.determiner)


def find_names(scene: Scene) -> list[Name]:
    """Every instrument name of the sentence, in order, none overlapping another."""
    heads = _heads(scene)
    names: list[Name] = []
    starts = [_left_edge(scene, head, heads[i - 1].end if i else 0) for i, head in enumerate(heads)]
    limit = -1
    for i, head in enumerate(heads):
        if head.start < limit:
            continue
        start, determiner = starts[i]
        following = [starts[j][0] for j in range(i + 1, len(heads)) if _stands_apart(scene, starts[j][0])]
        ceiling = min((s for s in following if s > head.end), default=len(scene.text))
        comma = head.pronoun and scene.text.startswith(",", head.end)  # "a second one, on extradition, …"
        topic, end = find_topic(scene, head.end + comma, ceiling)
        names.append(Name(start, end, head, determiner, topic))
        limit = end
    return names


def _heads(scene: Scene) -> list[Head]:
    found: list[Head] = []
    for signal in scene.signalled("instrument"):
        singular, plural, kind, demand = signal.mention.term
        if found and scene.text[found[-1].end : signal.start].strip() == "(":
            continue  # "Memorandum of Understanding (MoU) on …"
        if singular == "plan" and _THEY_PLAN.search(scene.lower, max(0, signal.start - 30), signal.end + 4):
            continue
        if not scene.text.startswith("-", signal.end) and not _LEGAL_BASE.match(scene.lower, signal.end):
            found.append(Head(signal.start, signal.end, singular, bool(plural), kind, demand))
    if found:
        found += [
            replace(before[-1], start=m.start("one"), end=m.end(), pronoun=True)
            for m in _ONE.finditer(scene.lower, found[0].end)
            if not (before := [h for h in found if h.end <= m.start()])[-1].plural
        ]
        found.sort(key=lambda h: h.start)
    return found


_THEY_PLAN = re.compile(r"\b(?:they|both|\w{3,}s)\s+(?:also\s+|now\s+|jointly\s+)?plan\s+to\b")  # a verb
# "a strong treaty and legal basis": what all papers together make
_LEGAL_BASE = re.compile(
    r"\s*(?:,|and|-)?\s*(?:(?:legal|law|regulatory|normative|contractual)\s+)*(?:basis|base|bases|framework|foundations?)\b"
)

# "an agreement on A and one on B", "a memorandum on A, another with B and a second on C"
_ONE = re.compile(
    r"(?:,|;|\band|\bas well as)\s+(?:also\s+|then\s+)?"
    r"(?P<one>one|the\s+one|another|the\s+other|(?:an?|the)\s+(?:second|third|further|separate|similar))(?:\s+one)?"
    r"(?=,?\s+(?:on|for|concerning|regarding|between|about)\s)"
)


_NUMBERS = {word: n for n, word in enumerate(cue_words("number"), start=1)}
_NUMBERS |= {str(n): n for n in range(2, 40)} | {"both": 2, "pair": 2}
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "our", "these", "those", "both"})
_DETERMINERS = frozenset(cue_words("determiner")) | frozenset(_NUMBERS)
_STOP = frozenset(cue_words("name_from"))
_WORD_BEFORE = re.compile(r"(\S+)(\s+)$")


def _left_edge(scene: Scene, head: Head, floor: int) -> tuple[int, str]:
    """Where the name begins, and the determiner before it."""
    text, start = scene.lower, head.start
    if head.pronoun:
        return start, "one"
    for _ in range(7):
        match = _WORD_BEFORE.search(text, max(floor, start - 40), start)
        if not match:
            break
        word = match[1].strip("\"'([")
        if word in ("new", "other", "more"):  # "six new memoranda"
            number = _WORD_BEFORE.search(text, max(floor, start - 40), match.start(1))
            return start, number[1] if number and _NUMBERS.get(number[1]) else word
        if word == "signed":  # "the signed treaty on …"
            article = _WORD_BEFORE.search(text, max(floor, start - 40), match.start(1))
            return start, article[1] if article and article[1] in _DEFINITE else ""
        if word in _DETERMINERS or re.fullmatch(r"\d{1,2}", word):
            return start, word
        if word == "and" and (_joins_adjectives(text, match.start(1), floor) or _joins_capitals(scene, match)):
            start = match.start(1)
            continue
        if not word or word in _STOP or re.search(r"[,;:.)\"\]-]$", match[1]) or "'s" in word or word.endswith("s'"):
            return start, "its" if "'s" in word or word.endswith("s'") else ""
        if len(word) > 4 and word.endswith("ly") and word != "friendly":
            break
        start = match.start(1) + (len(match[1]) - len(match[1].lstrip("\"'([")))
    return start, ""


def _joins_capitals(scene: Scene, match: re.Match) -> bool:
    """Whether the "and" stands within a name in capitals: "the Cooperation and Friendship Treaty"."""
    return (
        bool(_CAPITALISED.search(scene.text, 0, match.start(1))) and scene.text[match.end() : match.end() + 1].isupper()
    )


_CAPITALISED = re.compile(r"(?:the|The|an?|signed)\s+(?:[A-Z][\w-]+\s+){1,2}$")


def _joins_adjectives(text: str, position: int, floor: int) -> bool:
    """Whether the "and" before `position` stands within a name: "a friendship and cooperation pact"."""
    before = re.search(r"(?:^|\s)(\S+)\s+(?:(\S+)\s+)?(\S+)\s+$", text[max(floor, position - 60) : position])
    if not before:
        return False
    near, middle, far = before[3], before[2], before[1]
    if not near.isalpha() or near in _STOP:
        return False
    return (
        far in _DETERMINERS
        and (middle is None or middle.replace("-", "").isalpha() and middle not in _STOP)
        or middle in _DETERMINERS
    )


def _stands_apart(scene: Scene, start: int) -> bool:
    """Whether a name at `start` is no part of the one before ("memorandum on the agreement …")."""
    before = scene.lower[max(0, start - 16) : start]
    if _TO_A.search(before) and _FROM_A.search(scene.lower, 0, start):
        return True  # "nine papers, from a treaty on A to a memorandum on B"
    return not re.search(
        r"\b(?:on|to|of|for|under|the|implementing|amending|extending)\s+(?:the\s+|an?\s+|its\s+)?$", before
    ) or bool(re.search(r"(?:,|and|;)\s+(?:of\s+|on\s+)?(?:an?|the)\s+$", before))


_TO_A = re.compile(r"\bto\s+(?:the|an?)\s+$")
_FROM_A = re.compile(
    r"\b(?:documents|papers|agreements|deals|instruments|memoranda)\b[^.;]{0,40}?\b(?:ranging\s+)?from\s+(?:the|an?)\s"
)
