"""The word lists that tell offices, institutions and names apart, folded once for quick look-up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product

from ..fold import key
from ..lexicon import rows, words


@dataclass(frozen=True, slots=True)
class Office:
    """What an office is: offices of one `group` can stand for one another; rank 1 is the highest."""

    group: str
    rank: float
    country: str | None = None
    strong: bool = True

    def deputy(self) -> Office:
        """The office one below."""
        return replace(self, group=f"deputy-{self.group}", rank=self.rank + 1)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every list the search for people needs.

    `phrases` leads from a phrase's first word to its possible continuations, longest first, each
    with its label and value; the labels are explained in `tokens`.
    """

    phrases: dict[str, tuple[tuple[tuple[str, ...], str, object], ...]]
    exact: dict[str, Office]
    institutions: frozenset[str]
    families: frozenset[str]
    given: frozenset[str]
    endings: tuple[str, ...]
    not_people: frozenset[str]
    not_names: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The lists, read once."""
    phrases: dict[str, dict[tuple[str, ...], tuple[str, object]]] = {}
    exact: dict[str, Office] = {}

    def add(wording: str, label: str, value: object) -> None:
        for variant in _variants(wording):
            phrases.setdefault(variant[0], {}).setdefault(variant, (label, value))

    for row in rows("offices.tsv"):
        wording, group, rank, country, strength = row
        office = Office(group, float(rank), country or None, strength != "weak")
        if strength == "exact":
            exact[wording] = office
            continue
        add(wording, "O", office)
        for plural in _plurals(wording):
            add(plural, "Q", office)
    for wording, kind in rows("office_prefixes.tsv"):
        add(wording, {"deputy": "D", "former": "F", "status": "X"}[kind], kind)
    for wording in words("honorifics.txt"):
        add(wording, "H", None)
    return Vocabulary(
        phrases={
            first: tuple(sorted(((w, *v) for w, v in found.items()), key=lambda item: -len(item[0])))
            for first, found in phrases.items()
        },
        exact=exact,
        institutions=frozenset(w if w[0].isupper() else key(w) for w in words("institutions.txt")),
        families=frozenset(map(key, words("family_names_vi.txt"))),
        given=frozenset(map(key, words("given_names_kz.txt"))),
        endings=tuple(sorted(map(key, words("surname_endings_kz.txt")))),
        not_people=frozenset(map(key, words("not_people.txt"))),
        not_names=frozenset(map(key, words("not_names.txt"))),
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """A known office-holder: the folded full name, and whom the person represents."""

    name: str
    country: str | None
    office: str


@cache
def holders() -> dict[str, Holder]:
    """Known office-holders by every folded spelling; a spelling two people share is left out."""
    out: dict[str, Holder] = {}
    shared: set[str] = set()
    for row in rows("holders.tsv"):
        name, country, office, _, _, others = (*row, *[""] * 6)[:6]
        holder = Holder(key(name), country or None, office)
        for spelling in {key(name), *map(key, filter(None, others.split(" | ")))}:
            if spelling in out and out[spelling] != holder:
                shared.add(spelling)
            out[spelling] = holder
    return {spelling: holder for spelling, holder in out.items() if spelling not in shared}


@lru_cache(10_000)
def holders_called(word: str) -> tuple[Holder, ...]:
    """The known office-holders whose name ends in `word`."""
    return tuple({h.name: h for h in holders().values() if h.name.split(" ")[-1] == word}.values())


@lru_cache(10_000)
def office_called(wording: str) -> Office | None:
    """The office of a plain wording such as "Deputy Foreign Minister" or "Governor of the National Bank"."""
    words, deputy = key(wording).split(" "), False
    phrases = vocabulary().phrases
    for i, word in enumerate(words):
        for phrase, label, value in phrases.get(word, ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                deputy |= label == "D"
                if label == "O":
                    return value.deputy() if deputy else value
                break
    return None


def _variants(wording: str) -> list[tuple[str, ...]]:
    """The wording's words, with each inner space also as a hyphen."""
    parts = key(wording).split(" ")
    out = []
    for joints in product(" -", repeat=min(len(parts) - 1, 2)):
        joined = parts[0]
        for joint, part in zip((*joints, *" " * len(parts)), parts[1:], strict=False):
            joined += joint + part
        out.append(tuple(joined.split(" ")))
    return out


def _plurals(wording: str) -> list[str]:
    first, _, rest = wording.partition(" of ")
    last = first.split(" ")[-1]
    if last in ("secretary", "deputy"):
        plural = first[:-1] + "ies"
    elif last.endswith("man"):
        plural = first[:-3] + "men"
    elif last.endswith(("s", "ch")):
        plural = first + ("es" if last.endswith("ch") else "")
    else:
        plural = first + "s"
    out = [f"{plural} of {rest}" if rest else plural]
    if wording.startswith("head of "):
        out.append("heads of " + rest.removeprefix("the ") + "s")
    return [p for p in out if p != wording]
