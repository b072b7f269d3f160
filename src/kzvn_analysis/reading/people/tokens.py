"""Cut a sentence into tokens and give each a one-letter label, so that people are patterns of labels.

=====  ==========================================================================
O Q    an office, in the singular · in the plural
D F X  "deputy", "vice" · "former", "then" · "acting", "visiting", "7th"
H      a title of courtesy or rank: "Mr", "Dr", "General"
S u    a word of an institution's name, with a capital · without
C J L  a country · a people's adjective · a city or region
N V I  a capitalised word of no list · a Vietnamese family name · initials
o z n  "of", "for" · "to", "in", "at" · "on"
t a    "the", "a", "his" · "and", "&"
- , '  a dash or stroke · a comma · the possessive
( ) w  brackets · anything else
=====  ==========================================================================
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

from .. import gated as re
from ..fold import fold
from ..model import PlaceMention, Sentence
from ..once import Met
from .vocabulary import Office, Vocabulary, vocabulary


class Token(NamedTuple):
    """A word or sign; `start` and `end` count in the article's text, `text` is folded."""

    start: int
    end: int
    text: str
    label: str
    value: object = None


_token = partial(tuple.__new__, Token)  # there are very many


def tag(sentence: Sentence, places: Sequence[PlaceMention]) -> tuple[list[Token], str]:
    """The tokens of a sentence, and their labels as one string.

    Parameters
    ----------
    sentence
    places
        The places inside it, in order; each becomes one token.
    """
    folded = fold(sentence.text)
    words = _words(folded, sentence.start, places)
    tokens = _labelled(words)
    return tokens, "".join(map(_label, tokens))


_WORD = re.compile(
    r"(?:(?:[A-Z]|Sh|Zh|Kh|Ch|Yu|Ya|Ye|Ts)\.\s?-?)+(?=\s?[A-Z][a-z])"  # initials
    r"|(?<![^\W_])(?:[Vv]ice|[Dd]eputy|[Ee]x|[Tt]hen)(?=-)"
    r"|(?<![^\W_])(?:[Hh]\.[Ee]\.?|[Dd]'[Aa]ffaires)"
    r"|[^\W_]+(?:-[^\W_]+|'(?!s\b)[^\W_]+)*"
    r"|'s\b|[^\s\w]|_"
)
# a syllable of Vietnamese, diacritics folded away
SYLLABLE = re.compile(r"(?:ngh?|ch|gh?|gi|kh|nh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$")
_PLACE_LABEL = {"country": "C", "adjective": "J", "city": "L", "region": "L"}
_SMALL = {
    "of": "o", "for": "o", "on": "n", "to": "z", "in": "z", "at": "z", "the": "t", "a": "t", "an": "t", "his": "t",
    "her": "t", "its": "t", "their": "t", "our": "t", "my": "t", "this": "t", "concurrently": "t", "and": "a", "&": "a",
    "cum": "a", "-": "-", "/": "-", ",": ",", "'s": "'", "'": "'", "(": "(", ")": ")",
}  # fmt: skip

_Word = tuple[int, int, str, PlaceMention | None]
_end, _label = itemgetter(1), itemgetter(Token._fields.index("label"))


def _words(folded, base: int, places: Sequence[PlaceMention]) -> list[_Word]:
    """Start, end (in the article) and folded text of every word, places whole."""
    found, offsets = _WORD.finditer(folded.text), folded.offsets
    if offsets is None:
        words = [(base + m.start(), base + m.end(), m[0], None) for m in found]
    else:
        words = [(base + offsets[m.start()], base + offsets[m.end()], m[0], None) for m in found]
    out: list[_Word] = []
    pending, at = list(reversed(places)), 0
    while pending:
        reached = bisect_right(words, pending[-1].start, at, key=_end)
        out += words[at:reached]
        if reached == len(words):
            return [w for w in out if w[2]]
        start, end, word, _ = words[reached]
        at = reached + 1
        while pending and pending[-1].end <= start:
            pending.pop()
        if not pending or end <= pending[-1].start:
            out.append(words[reached])
            continue
        # the word belongs to a place, or (Kazakhstan-Vietnam) holds several
        done = start
        while pending and pending[-1].start < end:
            place = pending[-1]
            if place.start > done:
                out.append((done, place.start, word[done - start : place.start - start].strip("-"), None))
            if not out or out[-1][3] is not place:
                out.append((place.start, place.end, place.text, place))
            done = place.end
            if place.end > end:
                break
            pending.pop()
        if done < end and offsets is None:
            out.append((done, end, word[done - start :].strip("-"), None))
    return [w for w in out if w[2]] + words[at:]


def _labelled(words: list[_Word]) -> list[Token]:
    out: list[Token] = []
    i, count, looks = 0, len(words), _looks
    while i < count:
        start, end, text, place = words[i]
        look = looks[text]
        if place is None and look.settled:
            out.append(_token((start, end, text, look.label, look.office)))
            i += 1
            continue
        if place is not None:
            if _is_syllable(text) and out and out[-1].label in ("V", "N") and out[-1].end + 1 == start:
                out.append(Token(start, end, fold(text).text, "N"))  # "Thai" in "Pham Thai Nhu Mai"
                i += 1
                continue
            if not (look.given and _goes_on(words, i)):
                out.append(Token(start, end, fold(text).text, _PLACE_LABEL.get(place.kind, "S"), place))
                i += 1
                continue
        phrase = _phrase(words, i, look.phrases) if look.phrases else None
        if phrase and (phrase[0] != "H" or text[0].isupper() or text in _LOWER_TITLES):
            label, value, length = phrase
            if text == "New" and out and out[-1].label in ("a", "o"):
                label = "S"  # "Industry and New Technologies"
            token_text = text if length == 1 else " ".join(w[2] for w in words[i : i + length])
            out.append(Token(start, words[i + length - 1][1], token_text, label, value))
            i += length
            if label == "H" and i < len(words) and words[i][2] == ".":
                i += 1
            continue
        label = "V" if look.family and _begins_name(words, i) else look.label
        if text in ("An", "A") and out and out[-1].label in ("V", "N") and out[-1].end + 1 == start:
            label = "N"  # "Nguyen Van An", "Hau A Lenh"
        out.append(Token(start, end, text, label, look.office))
        i += 1
    return out


_LOWER_TITLES = frozenset(("comrade", "uncle", "general"))


class _Look(NamedTuple):
    """What the lists say of a word by itself; `settled` if what follows it makes no difference."""

    label: str
    phrases: tuple
    family: bool
    given: bool
    office: Office | None
    settled: bool


def _look(text: str) -> _Look:
    lists, lower = vocabulary(), text.lower()
    phrases, family = lists.phrases.get(lower, ()), text[0].isupper() and lower in lists.families
    return _Look(
        _plain(text, lower, lists),
        phrases,
        family,
        lower.replace("-", "") in lists.given,
        lists.exact.get(text),
        settled=not phrases and not family and text not in ("An", "A"),
    )


_looks = Met(_look, most=1 << 16)


def _phrase(words: list[_Word], i: int, phrases: tuple) -> tuple[str, object, int] | None:
    """The longest listed phrase that begins at word `i`: its label, value and length.

    A people's adjective may stand in it: "head of the Vietnamese government".
    """
    ahead = words[i + 1 : i + 1 + len(phrases[0][0])]  # as far as the longest may reach, and a place in it
    placed = any(w[3] is not None for w in ahead)
    written = tuple(w[2].lower() if w[3] is None else "" for w in ahead)
    for phrase, label, value in phrases:
        length = len(phrase)
        if length == 1 or written[: length - 1] == phrase[1:]:
            return label, value, length
        if not placed:
            continue
        rest = ahead[:length]
        peoples = [w[3] for w in rest[1:-1] if w[3] is not None and w[3].kind in ("adjective", "country")]
        if len(rest) == length and len(peoples) == 1 and label in "OQ":
            plain = [w[2].lower() for w in rest if w[3] is None and w[2] not in ("'s", "'")]
            if plain == list(phrase[1:]):
                return label, replace(value, country=peoples[0].country), length + 1
    return None


def _goes_on(words: list[_Word], i: int) -> bool:
    """Whether a capitalised word of no place follows: "Nursultan" in "Nursultan Nazarbayev" is no city."""
    return i + 1 < len(words) and words[i + 1][3] is None and words[i + 1][2][0].isupper()


def _begins_name(words: list[_Word], i: int) -> bool:
    """Whether a Vietnamese family name is followed by what can be the rest of the name ("To" in "To Lam")."""
    if i + 1 == len(words):
        return False
    _, _, text, place = words[i + 1]
    if place is not None and place.kind not in ("city", "region"):
        return _is_syllable(text) and words[i][2].lower() not in _AMBIGUOUS
    return text[0].isupper() and _is_syllable(text.split(" ")[0])


_AMBIGUOUS = frozenset(("to", "do", "an", "la", "ha"))


@lru_cache(1 << 14)
def _is_syllable(text: str) -> bool:
    return bool(SYLLABLE.match(fold(text).text.lower()))


def _plain(text: str, lower: str, lists: Vocabulary) -> str:
    small = _SMALL.get(lower)
    if small:
        return small
    if text in lists.exact:
        return "O"
    if not text[0].isupper():
        return "u" if lower in lists.institutions else "w"
    if text[-1:] in (".", " "):
        return "I"
    if lower in lists.institutions or text in lists.institutions or (2 <= len(text) <= 5 and text.isupper()):
        return "S"
    if lower in lists.not_names:
        return "w"
    return "N"


__all__ = ["SYLLABLE", "Token", "tag"]
