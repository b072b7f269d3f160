"""Find people and offices, and tell which mentions are one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .. import gated as re
from ..model import PersonMention, PlaceMention, Reading, Sentence, Span
from .find import Found, find_mentions
from .names import form_country
from .resolve import resolve
from .vocabulary import office_called

__all__ = ["find_people", "one_of_office"]


def find_people(
    text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention]
) -> tuple[PersonMention, ...]:
    """Every mention of a person or of an office that stands for one, in text order.

    Parameters
    ----------
    text
        The article's text.
    sentences, places
        As `find_sentences` and `find_places` give them.

    Returns
    -------
    tuple of PersonMention
        Each spans the name with its office ("President of Kazakhstan X", "X, President of Kazakhstan").
    """
    found = []
    for sentence in sentences:
        found += find_mentions(text, sentence, Reading.within(places, sentence))
    mentions = resolve(found, _elsewhere(text, sentences))
    return tuple(replace(m, text=text[m.start : m.end]) for m in mentions)


_LINE = re.compile(r"[^\n|]+")


def _elsewhere(text: str, sentences: Sequence[Sentence]) -> list[Found]:
    """Names in captions and the like, which hold no facts but may be the only place with a full name."""
    out, done = [], 0
    for start, end in [*((s.start, s.end) for s in sentences), (len(text), len(text))]:
        for line in _LINE.finditer(text, done, start):
            if line[0].strip():
                span = Sentence(line.start(), line.end(), line[0], "caption", 0, 0)
                out += [f for f in find_mentions(text, span, ()) if f.title and form_country(f.name)]
        done = max(done, end)
    return out


def one_of_office(span: Span, wording: str, country: str) -> PersonMention | None:
    """Somebody of whom only the office and the country are told: "a Kazakh president".

    Parameters
    ----------
    span
        Where that is said.
    wording
        The office, in lower case.
    country
        ISO 3166-1 alpha-3.

    Returns
    -------
    PersonMention or None
        Like nobody else of the article; ``None`` for no office that is listed.
    """
    office = office_called(wording)
    if office is None:
        return None
    role = " ".join(word if word == "of" else word.capitalize() for word in wording.split())
    key = f"{country}:{office.group}:{span.start}"
    return PersonMention(span.start, span.end, wording, key, None, role, country, False, office.group, office.rank)
