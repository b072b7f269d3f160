"""Tell which passages are about the two countries together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .model import PlaceMention, Reading, Sentence

_PAIR = ("KAZ", "VNM")
_LEADS = re.compile(r"\b(?:digest|round-?up|headlines|selected articles|media on|world.s media|news in brief|in brief|this week)\b", re.I)


def mark_bilateral(
    text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention]
) -> tuple[tuple[Sentence, ...], str]:
    """The sentences with `bilateral` set, and the article's relevance.

    Parameters
    ----------
    text
        The article's text.
    sentences, places
        As `find_sentences` and `find_places` give them.

    Returns
    -------
    tuple of Sentence
        `bilateral` is whether the passage is about Kazakhstan and Viet Nam together.
    str
        ``bilateral``, ``mixed`` or ``none``.
    """
    views = [_view(s, Reading.within(places, s)) for s in sentences]
    sections = [list(group) for _, group in groupby(views, key=lambda v: v.sentence.section)]
    about = [_is_about_both(section) for section in sections]
    lead = _is_about_both([v for v in views if v.sentence.section == 0]) and not _LEADS.search(_opening(text, sentences))
    marked: list[Sentence] = []
    wholes = []
    for section, own in zip(sections, about, strict=True):
        inherits = lead and not _is_elsewhere(section)
        whole = own or inherits
        wholes.append((whole, sum(v.sentence.end - v.sentence.start for v in section), section[0].sentence.section))
        for view in section:
            marked.append(replace(view.sentence, bilateral=(whole and not view.elsewhere) or (not whole and view.linked)))
    return tuple(marked), _relevance(marked, wholes)


@dataclass(frozen=True, slots=True)
class _View:
    """What a sentence shows of countries."""

    sentence: Sentence
    counts: dict[str, int]
    linked: bool
    elsewhere: bool


def _view(sentence: Sentence, places: Sequence[PlaceMention]) -> _View:
    counts: dict[str, int] = {}
    for place in places:
        code = place.country or (f"bloc {place.name}" if place.kind == "bloc" else None)
        if code:
            counts[code] = counts.get(code, 0) + 1
    pair = [code in counts for code in _PAIR]
    others = {c for c in counts if c not in _PAIR and not c.startswith("bloc")}
    linked = all(pair) and not others
    elsewhere = not any(pair) and len(others) >= 2
    return _View(sentence, counts, linked, elsewhere)


def _total(section: Sequence[_View]) -> dict[str, int]:
    out: dict[str, int] = {}
    for view in section:
        for code, count in view.counts.items():
            out[code] = out.get(code, 0) + count
    return out


def _is_about_both(section: Sequence[_View]) -> bool:
    """Whether a section shows both countries, joins them, and gives no third one more room."""
    total = _total(section)
    third = max((n for code, n in total.items() if code not in _PAIR and not code.startswith("bloc")), default=0)
    lesser = min(total.get(code, 0) for code in _PAIR)
    linked = sum(v.linked for v in section)
    return bool(linked) and lesser > 0 and lesser >= third and linked * 5 >= min(len(section), 5)


def _is_elsewhere(section: Sequence[_View]) -> bool:
    """Whether a section is about one of the two and somebody else."""
    total = _total(section)
    third = max((n for code, n in total.items() if code not in _PAIR and not code.startswith("bloc")), default=0)
    lesser = min(total.get(code, 0) for code in _PAIR)
    return third > 2 and third > 2 * lesser


def _opening(text: str, sentences: Sequence[Sentence]) -> str:
    return " ".join(s.text for s in sentences[:4])


def _relevance(marked: Sequence[Sentence], wholes: Sequence[tuple[bool, int, int]]) -> str:
    if not any(s.bilateral for s in marked):
        return "none"
    size = sum(length for _, length, _ in wholes)
    inside = sum(length for whole, length, _ in wholes if whole)
    return "bilateral" if inside >= 0.85 * size else "mixed"
