"""Who is who: which spellings are one person, and how the person is spelled for readers.

``To Lam``, ``Tô Lâm``, ``General Secretary Lam`` and a lone ``Lam`` are one; so are a name in either
order, with initials, in decomposed Unicode, or carried over from Kazakh in another fashion.  A short
form that fits two people joins neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ..reading import lexicon
from .records import PACKAGE

Spelling = tuple[str, str | None]


@dataclass(frozen=True)
class Person:
    """One person: the spelling for readers, and every spelling found."""

    name: str
    country: str | None
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class People:
    """Who each spelling stands for.

    Attributes
    ----------
    by_spelling : dict
        (name as written, country) → the person.
    candidates : dict
        (name as written, country) of a short form that fits several people → those people.
    """

    by_spelling: dict[Spelling, Person]
    candidates: dict[Spelling, tuple[Person, ...]] = field(default_factory=dict)

    def may_be(self, spelling: Spelling) -> frozenset[str]:
        """Names of everyone the spelling may stand for."""
        own = self.by_spelling[spelling].name
        return frozenset([own, *(p.name for p in self.candidates.get(spelling, ()))])


def identify(mentions: Iterable[tuple[str, str | None, str]]) -> People:
    """Find out who is who.

    Parameters
    ----------
    mentions
        Name as written, country the person represents, and the article, for each mention.
    """
    return identify_counted(count_mentions(mentions))


def count_mentions(mentions: Iterable[tuple[str, str | None, str]]) -> Counter[Spelling]:
    """In how many articles each spelling stands."""
    return Counter((name, country) for name, country, _ in set(mentions))


def identify_counted(articles: Mapping[Spelling, int]) -> People:
    """Find out who is who from the number of articles that each spelling stands in."""
    spellings = sorted(articles, key=lambda s: (s[0], s[1] or ""))
    groups = _same_tokens(spellings)
    groups, loose = _join_short_forms(groups)
    people: dict[Spelling, Person] = {}
    for group in groups:
        person = Person(
            _best([(name, articles[name, c]) for name, c in group]),
            next((c for _, c in group if c), None),
            tuple(sorted({name for name, _ in group})),
        )
        people.update(dict.fromkeys(group, person))
    candidates = {
        s: tuple(sorted({people[full[0]] for full in fulls}, key=lambda p: p.name))
        for s, fulls in loose.items()
    }
    return People(people, candidates)


@lru_cache(10_000)
def without_title(name: str) -> str:
    """The name in composed Unicode, without titles before it."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    while (stripped := _titles().sub("", name)) and stripped != name:
        name = stripped
    return name


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(
        rf"^{lexicon.alternation(lexicon.words('titles.txt', PACKAGE))}\.?\s+(?=\S)", re.IGNORECASE
    )


@lru_cache(10_000)
def plain(text: str) -> str:
    """Lower case, without diacritics."""
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ı", "i"))
    return "".join(c for c in text if not unicodedata.combining(c)).replace("’", "'")


@lru_cache(10_000)
def american(word: str) -> str:
    """A lower-case word with its British letters made American, so that spellings compare: "labour" → "labor"."""
    for british, other in lexicon.rows("spellings.tsv", PACKAGE):
        if british in word:
            return word.replace(british, other)
    return word


@lru_cache(10_000)
def tokens(name: str, country: str | None) -> tuple[str, ...]:
    """The name's parts, folded for comparison; an initial keeps its full stop."""
    parts = re.findall(r"[^\W\d_']+(?:'[^\W\d_]+)*\.?", plain(without_title(name)))
    return tuple(_fold(p, country) for p in parts)


def _fold(part: str, country: str | None) -> str:
    initial = len(part.rstrip(".")) == 1 or (part.endswith(".") and len(part) <= 3)
    part = part.rstrip(".")
    for row in lexicon.rows("foldings.tsv", PACKAGE):
        if country == row[0]:
            part = part.replace(row[1], row[2] if len(row) > 2 else "")
    part = re.sub(r"(.)\1+", r"\1", part)
    return f"{part}." if initial else part


def _same_tokens(spellings: list[Spelling]) -> list[list[Spelling]]:
    """Groups of spellings with the same parts, in any order, written together or apart."""
    groups: dict[object, list[Spelling]] = {}
    home: dict[tuple[str, str], list[Spelling]] = {}
    for spelling in spellings:
        parts = tokens(*spelling)
        keys = [("parts", " ".join(sorted(parts))), ("joined", "".join(parts))]
        country = spelling[1] or ""
        found = next(
            (home[f"{country}:{kind}", key] for kind, key in keys if (f"{country}:{kind}", key) in home), None
        )
        if found is None:
            found = groups[spelling] = []
        found.append(spelling)
        for kind, key in keys:
            home.setdefault((f"{country}:{kind}", key), found)
    return list(groups.values())


def _join_short_forms(
    groups: list[list[Spelling]],
) -> tuple[list[list[Spelling]], dict[Spelling, list[list[Spelling]]]]:
    """Give each short form to the one person it fits; also say which fit several."""
    order = sorted(groups, key=_fullest_first)
    loose: dict[Spelling, list[list[Spelling]]] = {}
    kept: list[list[Spelling]] = []
    by_end: dict[str, dict[int, list[Spelling]]] = {}  # by first and last part: a short form must have one of them
    countries = {country for group in groups for _, country in group}
    for group in order:
        name, country = group[0]
        parts = {part for c in ({country} if country else countries) for part in tokens(name, c)}
        near = {n: full for part in parts for n, full in by_end.get(part, {}).items()}
        fits = [near[n] for n in sorted(near) if abbreviates(group[0], near[n][0])]
        if len(fits) == 1:
            fits[0].extend(group)
            continue
        for part in tokens(name, country)[:1] + tokens(name, country)[-1:]:
            by_end.setdefault(part, {})[len(kept)] = group
        kept.append(group)
        if fits:
            loose.update(dict.fromkeys(group, fits))
    return kept, loose


def _fullest_first(group: list[Spelling]) -> tuple:
    parts = tokens(*group[0])
    return (
        -sum(not p.endswith(".") for p in parts),
        -len(parts),
        group[0][1] is None,
        group[0][0],
        group[0][1] or "",
    )


def abbreviates(short: Spelling, full: Spelling) -> bool:
    """Whether a spelling can be a short form of a fuller one.

    Every part must stand in the fuller name, an initial for a part that begins with it.  One whole
    part must be the name people are called by: the last one (a Kazakh family name, a Vietnamese given
    name) or, for a Kazakh name written family name first, the first.  A lone first part of a
    Vietnamese name ("Nguyen") counts too: the foreign press writes so.
    """
    if short[1] and full[1] and short[1] != full[1]:
        return False
    parts, whole = tokens(short[0], short[1] or full[1]), list(tokens(*full))
    if parts == tuple(whole):
        return not short[1]
    named = [p for p in parts if not p.endswith(".")]
    if not named or len(parts) > len(whole) or whole[0].endswith("."):
        return False
    if not {whole[0], whole[-1]} & set(named):
        return False
    if len(named) > 1 and whole[-1] not in named and (short[1] or full[1]) == "VNM":
        return False
    for part in named:
        if part not in whole:
            return False
        whole.remove(part)
    for part in (p[:-1] for p in parts if p.endswith(".")):
        match = next((w for w in whole if w.startswith(part)), None)
        if match is None:
            return False
        whole.remove(match)
    return True


def _best(spellings: list[tuple[str, int]]) -> str:
    """The fullest spelling; then the one in most articles, then one with diacritics, then by alphabet."""
    count: Counter[str] = Counter()
    for name, articles in spellings:
        count[without_title(name)] += articles

    def merit(name: str) -> tuple:
        parts = tokens(name, None)
        return (
            -sum(not p.endswith(".") for p in parts),
            -len(parts),
            -count[name],
            plain(name) == name.casefold(),
            name,
        )

    return min(count, key=merit)
