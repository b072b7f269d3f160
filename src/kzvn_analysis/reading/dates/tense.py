"""Whether a sentence speaks of what was, what will be, or what was planned, at a given place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .. import lexicon

_CLAUSE = re.compile(r"[;:()]|[–—]|,\s+(?:and|but|while|whereas|which|who|where|when|although|though|as|so)\b")
_NOT_A_PAST = frozenset(
    "need indeed speed feed seed exceed proceed succeed bleed breed weed deed greed freed agreed red bed led shed wed "
    "hundred kindred sacred naked".split()
) - {"led", "agreed"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb form that tells the tense."""

    start: int
    end: int
    tense: str


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row[0]: row[1] for row in lexicon.rows("tense.tsv")}
    # A negation or adverb may stand inside a phrase: "is also expected", "will not".
    phrases = sorted(table, key=lambda p: (-len(p), p))
    body = "|".join(re.escape(p).replace(r"\ ", r"\s+(?:(?:also|now|still|not|soon|currently|therefore|first|then)\s+)?") for p in phrases)
    return re.compile(rf"(?<![^\W_])(?P<cue>{body})(?![^\W_])|\b(?P<ed>[a-z]{{2,}}ed)\b"), table


_SQUEEZE = re.compile(r"\s+(?:(?:also|now|still|not|soon|currently|therefore|first|then)\s+)?")


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """The tense cues of ``text[start:end]``, in order."""
    pattern, table = _cues()
    out = []
    for match in pattern.finditer(text, start, end):
        if match["ed"]:
            if match["ed"] not in _NOT_A_PAST:
                out.append(Cue(*match.span(), "past"))
        else:
            out.append(Cue(*match.span(), table.get(match["cue"]) or table[_SQUEEZE.sub(" ", match["cue"])]))
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
    if inside:
        return inside[-1].tense
    near = [c for c in right if c.end <= right_bound]
    if near:
        return near[0].tense
    if left:
        return left[-1].tense
    return right[0].tense if right else None
