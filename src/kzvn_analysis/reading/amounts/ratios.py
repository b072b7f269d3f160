"""Find growth that needs no number: "doubled", "by a third", "halved", "two-fold"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .. import gated as re
from .. import lexicon


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio (``x``) or a part in which something moved (``%``), with its span."""

    start: int
    end: int
    value: float
    unit: str


def find_ratios(text: str, start: int, end: int) -> Iterator[Ratio]:
    """The ratios in words of ``text[start:end]``, in order."""
    if not _STEMS.search(text[start:end]):
        return
    for match in _RATIO.finditer(text, start, end):
        if match["ratio"]:
            value = float(_RATIOS[" ".join(match["ratio"].lower().split())])
            yield Ratio(match.start("ratio"), match.end("ratio"), value, "x")
        elif match["twice"]:
            yield Ratio(match.start("twice"), match.end("twice"), 2.0, "x")
        elif match["factor"]:
            yield Ratio(match.start("factor"), match.end("factor"), _factor(match["number"]), "x")
        elif match["fraction"]:
            yield _fraction(match, "fraction")
        else:
            yield _fraction(match, "noun")


def _fraction(match: re.Match, group: str) -> Ratio:
    words = re.findall(r"[a-z]+", match[group].lower())
    part = next(_PARTS[w.removesuffix("s")] for w in reversed(words) if w.removesuffix("s") in _PARTS)
    times = next((_COUNTS[w] for w in words if w in _COUNTS), 1)
    return Ratio(match.start(group), match.end(group), round(float(part * times * 100), 4), "%")


def _factor(number: str) -> float:
    return float(_COUNTS.get(number.lower(), 0) or number.replace(",", "."))


_RATIOS = dict(lexicon.rows("ratios.tsv"))
_PARTS = {w: Fraction(v) for w, v, kind in lexicon.rows("numerals.tsv") if kind == "fraction"}
_COUNTS = {w: int(v) for w, v, kind in lexicon.rows("numerals.tsv") if kind == "one"}
_GROWTH = lexicon.alternation(lexicon.words("growth.tsv"))
_HEDGES = lexicon.alternation(row[0] for row in lexicon.rows("hedges.tsv") if row[2] == "before")
_PART = rf"(?:(?:an?|{lexicon.alternation(_COUNTS)})[-\s]+)?(?:{lexicon.alternation(_PARTS)})s?"
# Looked for first, since most sentences have none of them.
_STEMS = re.compile(
    "|".join(
        sorted(
            {"fold" if w.endswith("fold") else w.split()[0][1:6] for w in (*_RATIOS, *_PARTS)}
            | {"factor", "twice"}
        )
    )
)
_RATIO = re.compile(
    rf"(?<![\w-])(?:(?P<ratio>{lexicon.alternation(_RATIOS)})(?!\w)"
    r"(?!(?:\s+|-)(?:taxation|tax|degree|diploma|standards?|digit|track|landlock\w*|edged|room|check|bass|entry|counting|dose)\b)"
    rf"|(?P<factor>a\s+factor\s+of\s+(?P<number>\d+(?:[.,]\d+)?|{lexicon.alternation(_COUNTS)}))(?!\w)"
    rf"|(?:by|{_GROWTH})\s+(?:by\s+)?(?P<twice>twice)(?!\w)"
    rf"|(?:by|{_GROWTH})\s+(?:(?:by|of)\s+)?(?:{_HEDGES}\s+)?(?P<fraction>{_PART})(?![\w-])(?!\s+(?:of|century|year|quarter)\b)"
    rf"|(?P<noun>(?:an?|one|two|three)[-\s](?:third|quarter|half|fifth)s?)[-\s]+{_GROWTH}(?!\w))",
    re.IGNORECASE,
)
