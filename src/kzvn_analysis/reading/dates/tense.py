"""Whether a sentence speaks of what was, what will be, or what was planned, at a given place in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from .. import gated as re
from .. import lexicon

_CLAUSE = re.compile(
    r"[;:()]|[–—]|,\s+(?:and|but|while|whereas|which|who|where|when|although|though|as|so)\b"
)
# "will be signed", "to be held": the participle tells no tense of its own.
_PASSIVE = re.compile(r"\bbe(?:ing)?\s+(?:[a-z]+ly\s+)?$")
# "will be signed when the minister comes in November"
_AS_SOON = re.compile(r"\b(?:when|once|until|before|after|if)\b")
# "the visits of X in November": no verb that tells of a plan
_A_NOUN = re.compile(
    r"(?:\b(?:the|these|those|two|three|several|his|her|their|of|recent|official|state|mutual|past|previous|working|level|paid|made)"
    r"|['’]s?)\s+$"
)
# How far from the expression a clause is looked for.
_REACH = 300
# A negation or adverb may stand inside a phrase: "is also expected", "will not".
_ADVERB = r"\s+(?:(?:also|now|still|not|soon|currently|therefore|first|then)\s+)?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb form that tells the tense: ``past`` · ``future`` · ``plan`` · ``wish``."""

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
        if phrase == "visits" and _A_NOUN.search(text, max(start, match.start() - 24), match.start()):
            continue
        if tense != "none":
            out.append(Cue(*match.span(), tense))
    return out


def tense_at(text: str, cues: list[Cue], sentence: tuple[int, int], start: int, end: int) -> str | None:
    """The tense that governs the expression at ``text[start:end]``.

    The nearest cue to the left in the same clause, else the nearest to the right, else any to the left.
    """
    left_bound = max(sentence[0], start - _REACH)
    right_bound = min(sentence[1], end + _REACH)
    for match in _CLAUSE.finditer(text, left_bound, right_bound):
        if match.end() <= start:
            left_bound = match.end()
        elif match.start() >= end:
            right_bound = match.start()
            break
    # Cues don't overlap the expression: those before `split` stand left of it, the others right.
    split = bisect_left(cues, start, key=lambda c: c.start)
    left = cues[split - 1] if split else None
    right = next((c for c in cues[split : split + 4] if c.start >= end), None)
    if left and left.start >= left_bound:
        before = cues[split - 2] if split > 1 else left
        told = text[before.end : left.start] if before.start >= left_bound else ""
        return "future" if left.tense == "plan" and before.tense == "future" and _AS_SOON.search(told) else left.tense
    if right and right.end <= right_bound:
        return right.tense
    nearest = left or right
    return nearest.tense if nearest else None


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    table = {row[0]: row[1] for row in lexicon.rows("tense.tsv")}
    phrases = sorted(table, key=lambda p: (-len(p), p))
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases:
        by_letter.setdefault(phrase[0], []).append(re.escape(phrase[1:]).replace(r"\ ", _ADVERB))
    body = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    # One class of first letters keeps the scan from trying every phrase at every letter.
    initials = "".join(sorted({p[0] for p in phrases if p[0].isalpha()}))
    pattern = rf"(?<![^\W_])(?:(?=[{initials}])(?:{body})(?![^\W_])|[a-z]{{2,}}ed\b)|(?:’|')ll\b"
    return re.compile(pattern), table, re.compile(_ADVERB)
