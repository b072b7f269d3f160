"""Which words of a sentence name a field of cooperation, and which only look so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ...reading import gated as re
from ...reading import lexicon
from ..termlist import TermList, lower
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
    hidden = list(_asides(text)) if found else []
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


# "Against a backdrop of tension, climate change and disruptions, the ambassador …"
_BACKDROP = re.compile(
    r"(?:\A|(?<=, ))(?i:against (?:a|the) back(?:drop|ground)|amid|despite|in (?:the )?(?:face|spite|"
    r"context) of|given|faced with)\b"
    r"[^.;]{0,300}?(?=, (?:the|he|she|they|we|both|it|his|her|[A-Z]))"
)
# "at the airport": where someone stood, not what they spoke of.
_PLACE = re.compile(
    r"\b(?i:at|in|outside|near|from|inside) (?:(?:the|a|an) )?(?:[\w’'-]+ ){0,4}?"
    r"(?:airport|hotel|hospital|museum|theat(?:re|er)|stadium|resort|library|"
    r"(?:industrial|petrochemical|economic|technology|high-tech|hi-tech|free) (?:zone|park|complex|"
    r"estate)s?)\b"
)
# "shipped through the port of …", "the Saigon news agency reported": the way and the messenger.
_WAY = re.compile(
    r"\b(?:through|via|from|to|at|in|reached|left) (?:the )?(?:[A-Z][\w’'-]* )*(?:sea)?ports?\b(?: "
    r"of [A-Z][\w’'-]*)?"
)
_MESSENGER = re.compile(
    r"\b(?:report(?:ed|s|ing)?|according to|wrote|writes|said|told|quoted by|cited by|interview (?:with|to|"
    r"for))\b (?:[\w’'-]+ ){0,5}?"
    r"(?:news agenc(?:y|ies)|newspapers?|television|tv channel|journalists?|media|books?)\b|"
    r"\b(?:news agency|newspapers?|television|tv channel|journalists?|media|press) (?:had |have |has "
    r")?(?:report(?:ed|s)?|"
    r"wrote|written|writes|said|says|claimed)\b|"
    r"\b(?:me[et]t?|meets|meetings?|talk(?:s|ed)?|spoke|speaks|brief(?:s|ed|ing)?|conference) (?:with|to|for) "
    r"(?:[\w’'-]+ ){0,6}?(?:journalists|reporters|press|(?:mass )?media)\b"
)
# "300 Vietnamese work in Kazakhstan, mostly in construction and trade": their jobs, no field.
_JOBS = re.compile(
    r"(?<!joint )(?<!Joint )(?<!common )(?<!shared )\b(?:working|works?|employed|engaged)\b(?! (?:group|"
    r"together|with|on|out|towards?)"
    r"| in (?:[a-z-]+ ){0,3}(?:discussions?|talks|dialogues?|negotiations|consultations)\b)[^.;]{0,60}?\bin "
    r"(?!the field|coop)[a-z][\w, -]+"
)
_JOB_OFFER = re.compile(r"\b(?:workers?|labou?r|employment)\b")
# "presented the strengths of his locality, home to oil fields": what one of them has, no field of the two
_STRENGTHS = re.compile(
    r"\b(?:(?:is|are|was|,) (?:the )?(?:home to|known for|famous for|rich in)|"
    r"(?:has|have|boasts?) (?:\w+ )?(?:strengths|advantages) in|"
    r"is (?:one of )?the (?:largest|biggest|leading|main|major|key|second[- ]largest) "
    r"(?![\w ’'-]{0,30}(?:partner|investor|market|source|supplier|buyer|importer|exporter)))[^.;]*?"
    r"(?=, (?:and|who|which|said|he|she|while|where|but)\b|\bas well as\b"
    r"| and (?:is|are|has|have|wants?|will|would)\b|[.;]|\Z)"
)
# what is agreed with a bloc is not theirs alone
_BLOC = r"(?:EAEU|Eurasian Economic Union|Customs Union)"
_BLOCS_PACT = re.compile(
    rf"(?i)\bfree[- ]trade (?:agreement|deal|pact|zone|area)s?\b[^.;]{{0,60}}\b{_BLOC}"
    rf"|\b{_BLOC}\b[^.;]{{0,40}} free[- ]trade\b"
)
_OF_BUSINESSES = re.compile(
    r"(?i)\bconnectivity (?:between|among|of) (?:their |the )?(?:two )?(?:business|enterprise|compan|people)\w*"
    r"|\bbusiness\w*\b[^.;]{0,80}\btheir connectivity\b"
)
# "an agreement on the employment of workers in the construction sector": where they work
_WORKPLACE = re.compile(
    r"\b(?:employment|dispatch|work) of (?:[\w’'-]+ ){0,3}(?:workers|labou?rers|specialists) in [^,.;]*"
)
_OTHER_VISAS = re.compile(
    r"(?i)\b(?:diplomatic|official|service)(?:,? (?:and|or|,)? ?(?:diplomatic|official|service))* passports?\b"
)
# "dropped visas for citizens of 61 countries": not for those of the other one
_VISAS_FOR_MANY = re.compile(
    r"(?i)\bvisas?\b[^.;,]{0,60}?\b(?:of|for|to|from) (?:\w+ )?(?:\d+|dozens of|many|several|all|third|other) (?:\w+ )?"
    r"(?:countries|states|nations)\b"
)
_VISAS = re.compile(r"(?i)\bvisas?\b(?:[- ]\w+)?")
# "…, as well as exchange views on regional and international issues": no field of the two, unlike what stands before
WORLD = (
    r"(?:regional and (?:international|global)|international and regional|(?:international|global|world) "
    r"(?:political )?(?:issues|situation|agenda|challenges)|issues of (?:mutual|common|shared) (?:interest|concern))"
)
_WORLD_BESIDES = re.compile(rf"(?i)(?:\bas well as|\band|,) (?:(?!as )[a-z]+ ){{0,6}}{WORLD}\b[^.;]*")


def world_besides(text: str) -> re.Match | None:
    """Where a sentence that began with other matters goes over to those of the region and the world."""
    return _WORLD_BESIDES.search(text)


def _asides(text: str) -> Iterator[tuple[int, int]]:
    yield from (m.span() for m in _BACKDROP.finditer(text))
    yield from (m.span() for m in _WORLD_BESIDES.finditer(text))
    yield from (m.span() for m in _PLACE.finditer(text) if not _built(text, m.start()))
    yield from (m.span() for m in _VISAS_FOR_MANY.finditer(text))
    yield from (m.span() for m in _WAY.finditer(text))
    yield from (m.span() for m in _JOBS.finditer(text) if not _JOB_OFFER.search(m.group()))
    yield from (m.span() for m in _MESSENGER.finditer(text))
    yield from (m.span() for m in _STRENGTHS.finditer(text))
    yield from (m.span() for m in _BLOCS_PACT.finditer(text))
    yield from (m.span() for m in _OF_BUSINESSES.finditer(text))
    yield from (m.span() for m in _WORKPLACE.finditer(text))
    if _OTHER_VISAS.search(text) and "ordinary" not in text and "tourist" not in text:
        yield from (m.span() for m in _VISAS.finditer(text))


def _built(text: str, at: int) -> bool:
    """Whether what stands before `at` says that the place itself is the matter ("invest in an airport")."""
    return bool(
        re.search(
            r"(?i)\b(?:invest\w*|stakes?|shares?|interest\w*|cooperat\w+|projects?) \Z",
            text[max(0, at - 24) : at],
        )
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
    """Whether most longer words are written with a capital."""
    long = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return sum(w[0].isupper() for w in long) > 0.7 * len(long)


_OF_GOODS = re.compile(
    r" (?:up to |some |about |over |more than )?(?:\d|goods\b|products\b)"
)  # "shipping 300 tons": a verb
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
    if own not in _GENERAL:
        return False
    return any(o.sector != word.sector and text[o.end : word.start] == " " for o in words)
