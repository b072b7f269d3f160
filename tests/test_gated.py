"""Patterns that ask first which words stand in a text find just what they find without asking."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

import kzvn_analysis as kz
import kzvn_analysis.tables
from kzvn_analysis.reading import gated
from kzvn_analysis.reading.needs import needs

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def learnt():
    """A maker of patterns of which is known what they need."""

    def make(pattern: str, flags: int = 0) -> gated.Pattern:
        made = gated.Pattern(pattern, flags)
        gated._learn()
        return made

    return make


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"\b(?:signed|inked)\s+(?:an?\s+)?deals?", [{"^signed$", "^inked$"}, {"^deal"}]),
        (r"\bexports?\b", [{"^export$", "^exports$"}]),
        (r"\d+ tonnes", [{"^tonnes"}, {"#"}]),
        (r"(?:trade|\w+)", []),
        (r"(?<!\w)[Tt]rain(?!\w)", [{"^train$"}]),
        (r"(?:ministry)?", []),
        (r"x(?!yes)no", [{"xno"}]),
        (r"(?:a|an|the)?", []),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern, pieces):
    assert sorted(map(sorted, needs(pattern, 0))) == sorted(map(sorted, pieces))


@pytest.mark.parametrize(
    ("pattern", "flags", "text", "span"),
    [
        (r"\bsign\b", 0, "designed to sign", ()),
        (r"\bsign\b", 0, "they signed", (0, 9)),  # the stretch ends within the word
        (r"\bsigned \Z", 0, "they signed deals", (0, 12)),  # … before one
        (r"\bkazakh\b", gated.I, "\u212aazakh", ()),  # the sign of Kelvin is a k where case does not count
        (r"\bsilk\b", gated.I, "\u017filk road", ()),
        (r"\btrade\b", gated.I, "TRADE", ()),
        (r"hà nội", gated.I, "HÀ NỘI", ()),
        (r"\d", 0, "٣ trains", ()),
        (r"^by rail$", gated.M, "sent\nby rail\nhome", ()),
        (r"(?<=of )tea\b", 0, "tonnes of tea", (10,)),
        (r"pre-?paid", 0, "prepaid", ()),
    ],
)
def test_what_stands_there_is_found(learnt, pattern, flags, text, span):
    made = learnt(pattern, flags)
    assert made.search(text, *span)
    assert len(list(made.finditer(text, *span))) == 1


def test_rules_find_the_same_with_and_without_asking():
    gated._learn()
    sentences = [s for article in kz.read_seeds(ROOT / "seeds") for s in article.text.split("\n") if s]
    texts = [*sentences[:40], *(s.upper() for s in sentences[:4]), *(s.lower() for s in sentences[:12])]
    known = [o for o in gc.get_objects() if isinstance(o, gated.Pattern) and o._need]
    assert len(known) > 400
    for pattern in known:
        for text in texts:
            plain = pattern.compiled().search(text)
            asked = pattern.search(text)
            assert (asked and asked.span()) == (plain and plain.span()), (pattern, text)


def test_a_text_without_its_words_is_not_looked_through(learnt):
    made = learnt(r"\bzeppelin\w*\s+of\s+helium\b")
    for number in range(500):
        assert made.search(f"The two sides discussed trade, part {number}.") is None
    assert made._compiled is None  # it was never even compiled


def test_a_pattern_has_the_methods_of_re(learnt):
    made = learnt(r"(?P<unit>tonnes?)\b")
    assert made.sub("t", "5 tonnes of rice") == "5 t of rice"
    assert made.sub("t", "5 bags of rice") == "5 bags of rice"
    assert made.split("5 bags") == ["5 bags"]
    assert made.findall("tonne, tonnes") == ["tonne", "tonnes"]
    assert made.fullmatch("tonnes")["unit"] == "tonnes"
    assert made.groupindex == {"unit": 1}
    with pytest.raises(AttributeError):
        _ = made.nonsense
