"""Which words of a sentence name a field of cooperation, and which only look so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ...reading import gated as re
from ...reading import lexicon
from ..termlist import TermList, lower
from .asides import asides
from .names import find_names


@dataclass(frozen=True, slots=True)
class SectorWord:
    """A word of a sector; offsets count in the sentence.  `kind` as in ``sectors.tsv``."""

    start: int
    end: int
    sector: str
    kind: str


@lru_cache(maxsize=256)
def sector_words(text: str, *, names: bool = True) -> tuple[SectorWord, ...]:
    """The sector words of a sentence or a title, in order.

    Parameters
    ----------
    text
        The sentence as it stands.
    names
        Leave out words that are part of an office's, a ministry's or an organisation's name.  Not for
        titles of agreements, where "ministries of justice" tells the field.
    """
    found, shown = _spoken_of(text)
    if names and shown:
        named = find_names(text)
        shown = [w for w in shown if w.kind == "name" or not any(a <= w.start < b for a, b in named)]
        shown = [w for w in shown if w.kind == "name" or not _part_of_a_name(text, w)]
    return tuple(w for w in shown if not _qualified(text, w, found))


@lru_cache(maxsize=64)
def _spoken_of(text: str) -> tuple[list[SectorWord], list[SectorWord]]:
    """All sector words of a text, and those of them that are no aside."""
    found = [SectorWord(*where, *what) for *where, what in _words().find(lower(text)) if what[0] != "-"]
    if not text.isupper():
        found += [SectorWord(*m.span(), "digital", "field") for m in _SHORT.finditer(text)]
        found.sort(key=lambda w: w.start)
    hidden = list(asides(text)) if found else []
    return found, [w for w in found if not any(a <= w.start < b for a, b in hidden)]


_SHORT = re.compile(r"\b(?:IT|AI)\b(?! (?:and|sector|industry|companies|parks?|cooperation)\b)")  # not the pronoun


def main_sector(text: str, default: str | None = None) -> str | None:
    """The sector that a title speaks of: of the first word that names one, goods last."""
    words = sector_words(text, names=False)
    first = sorted(words, key=lambda w: (w.kind == "goods", w.sector in ("trade", "investment"), w.start))
    return first[0].sector if first else default


def is_trade_show(small: str, at: int) -> bool:
    """Whether the exhibition at `at` of a sentence in lower case is one where firms show their goods."""
    return bool(_GOODS_SHOWN.search(small, max(0, at - 60), at + 40))


_GOODS_SHOWN = re.compile(
    r"\b(?:compan(?:y|ies)|enterprises?|firms?|goods|products?|business\w*|trade|commercial|industr\w+|expo|"
    r"fashion|participat\w+|part in|producers?|exporters?|manufacturers?|chambers?)\b"
)


@cache
def _words() -> TermList[tuple[str, str]]:
    rows = lexicon.rows("sectors.tsv", "kzvn_analysis.facts")
    return TermList(
        (term.strip(), (sector, kind)) for sector, kind, terms in rows for term in terms.split("|")
    )


_INSTRUMENT = (
    r"(?:Agreement|Memorand\w+|MoU|MOU|Treaty|Protocol|Program(?:me)?|Plan|Convention|Roadmap|Declaration|"
    r"Cooperation|Partnership|Strategy)"
)
_TITLE_BEFORE = re.compile(_INSTRUMENT + r"\b[^.;]{0,90}\Z")
_TITLE_AFTER = re.compile(r"[\w\s,’'-]{0,40}\b" + _INSTRUMENT + r"\b")


def _part_of_a_name(text: str, word: SectorWord) -> bool:
    """Whether a word is written with a capital as part of a name, not as a title's or a headline's."""
    own = text[word.start : word.end]
    if not own.split()[-1][0].isupper() or own.isupper() or word.start <= 1:
        return False
    if _headline(text) or _TITLE_BEFORE.search(text, 0, word.start) or _TITLE_AFTER.match(text, word.end):
        return False
    before = text[: word.start].rstrip()
    return not before.endswith((".", ":", "“", '"', "—", "–"))


def _headline(text: str) -> bool:
    """Whether most longer words are written with a capital, and no full stop ends it."""
    if text.endswith("."):
        return False
    long = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return sum(w[0].isupper() for w in long) > 0.7 * len(long)


_OF_GOODS = re.compile(
    r" (?:up to |some |about |over |more than )?(?:\d|goods\b|products\b)"
)  # "shipping 300 tons": a verb
_THE_SAID = re.compile(r"\b(?:the|this|its|their) \Z")  # "to develop the industry": whichever was named before
# "high-tech agriculture"
_DESCRIBING = {"high-tech", "high technology", "innovative", "digital", "environmental", "security"}
_GENERAL = {"industry", "research", "exports", "imports", "training", "port", "cargo", "connectivity", "factory"}


def _qualified(text: str, word: SectorWord, words: list[SectorWord]) -> bool:
    """Whether a general word belongs to the sector word right before it: "tourism industry"."""
    own = text[word.start : word.end].lower()
    if own in _DESCRIBING and any(o.sector != word.sector and text[word.end : o.start] == " " for o in words):
        return True
    if own in ("shipping", "freight") and _OF_GOODS.match(text, word.end):
        return True
    if own == "industry" and _THE_SAID.search(text, 0, word.start) and text[word.end : word.end + 1] in ",.;":
        return True
    if own not in _GENERAL:
        return False
    return any(o.sector != word.sector and text[o.end : word.start] == " " for o in words)
