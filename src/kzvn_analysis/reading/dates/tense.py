"""Whether a sentence speaks of what was, what will be, or what was planned, at a given place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .. import lexicon

_CLAUSE = re.compile(
    r"[;:()]|[–—]|,\s+(?:and|but|while|whereas|which|who|where|when|although|though|as|so)\b"
)
# "will be signed", "to be held": the participle tells no tense of its own.
_PASSIVE = re.compile(r"\bbe(?:ing)?\s+(?:[a-z]+ly\s+)?$")
# A negation or adverb may stand inside a phrase: "is also expected", "will not".
_ADVERB = r"\s+(?:(?:also|now|still|not|soon|currently|therefore|first|then)\s+)?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb form that tells the tense: ``past`` · ``future`` · ``plan``."""

    start: int
    end: int
    tense: str


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """The tense cues of ``text[start:end]``, in order."""
    pattern, table, squeeze = _cues()
    out = []
    for match in pattern.finditer(text, start, end):
        phrase = match[0]
        tense = table.get(phrase) or table.get(squeeze.sub(" ", phrase)) or "past"
        if tense == "past" and _PASSIVE.search(text[max(start, match.start() - 24) : match.start()]):
            continue
        if tense != "none":
            out.append(Cue(*match.span(), tense))
    return out


def tense_at(text: str, cues: list[Cue], sentence: tuple[int, int], start: int, end: int) -> str | None:
    """The tense that governs the expression at ``text[start:end]``.

    The nearest cue to the left in the same clause, else the nearest to the right, else any to the left.
    """
    left_bound, right_bound = sentence
    for match in _CLAUSE.finditer(text, *sentence):
        if match.end() <= start:
            left_bound = match.end()
        elif match.start() >= end:
            right_bound = match.start()
            break
    left = [c for c in cues if c.end <= start]
    right = [c for c in cues if c.start >= end]
    inside = [c for c in left if c.start >= left_bound]
    near = [c for c in right if c.end <= right_bound]
    if inside or near:
        return inside[-1].tense if inside else near[0].tense
    if left:
        return left[-1].tense
    return right[0].tense if right else None


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    table = {row[0]: row[1] for row in lexicon.rows("tense.tsv")}
    phrases = sorted(table, key=lambda p: (-len(p), p))
    body = "|".join(re.escape(p).replace(r"\ ", _ADVERB) for p in phrases)
    # One class of first letters keeps the scan from trying every phrase at every letter.
    initials = "".join(sorted({p[0] for p in phrases if p[0].isalpha()}))
    pattern = rf"(?<![^\W_])(?:(?=[{initials}])(?:{body})(?![^\W_])|[a-z]{{2,}}ed\b)|(?:’|')ll\b"
    return re.compile(pattern), table, re.compile(_ADVERB)
