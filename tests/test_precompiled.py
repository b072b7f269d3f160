"""Patterns that an earlier run compiled are the patterns that `re` makes, and need what they needed."""

from __future__ import annotations

import re
import sys

import pytest

from kzvn_analysis.reading import precompiled
from kzvn_analysis.reading.lexicon import alternation, words

PATTERNS = [
    (r"\b(?P<verb>signed|inked)\s+(?:an?\s+)?(?P<what>deals?|pacts?)\b", re.IGNORECASE),
    (r"(\d[\d.,]*)\s*(?P<unit>tonnes?|%)(?!\w)", 0),
    (r"^by (rail|road)(?<!toad)$", re.MULTILINE),
    (r"(?i:hà nội|а́стана)|[А-Яа-яЁё]+|[\u1e00-\u1eff]{2,}+", 0),
    (alternation(words("outlets.tsv")), re.DOTALL),
    *((rf"\bpart {number}\b", 0) for number in range(120)),
]
TEXT = "They inked a deal on 1,200 tonnes of tea\nby rail\nfrom Hà Nội to Астана, part 7, says Reuters."


@pytest.fixture
def another_run(monkeypatch, tmp_path):
    """A function after which nothing is known but what stands in the file; it returns the file."""
    path = tmp_path / "kept" / "patterns"
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(precompiled, "_path", lambda: path)

    def begin():
        monkeypatch.setattr(precompiled, "_kept", None)
        monkeypatch.setattr(precompiled, "_new", ({}, {}))
        return path

    begin()
    return begin


@pytest.fixture
def compilings(monkeypatch):
    """What was compiled since."""
    compiled = []
    true = precompiled._compiled
    monkeypatch.setattr(precompiled, "_compiled", lambda *given: compiled.append(given) or true(*given))
    return compiled


def _same_as_re():
    for pattern, flags in PATTERNS:
        made, plain = precompiled.compile(pattern, flags), re.compile(pattern, flags)
        assert (made, made.flags, made.groups, dict(made.groupindex)) == (
            plain, plain.flags, plain.groups, dict(plain.groupindex),
        )  # fmt: skip
        assert [(m.span(), m.groupdict(), m.lastgroup) for m in made.finditer(TEXT)] == [
            (m.span(), m.groupdict(), m.lastgroup) for m in plain.finditer(TEXT)
        ]


def test_a_second_run_compiles_nothing_and_finds_the_same(another_run, compilings):
    _same_as_re()
    assert len(compilings) == len(PATTERNS)
    precompiled.keep()
    another_run()
    compilings.clear()
    _same_as_re()
    assert compilings == []


def test_what_patterns_need_is_kept_too(another_run, monkeypatch):
    found = [precompiled.needs(*pattern) for pattern in PATTERNS]
    assert found[0] == ("^inked$|^signed$", "^deal$|^deals$|^pact$|^pacts$")
    precompiled.keep()
    another_run()
    assert precompiled.knows_needs()
    monkeypatch.setattr(precompiled.worked_out, "needs", None)  # nobody asks it
    assert [precompiled.needs(*pattern) for pattern in PATTERNS] == found


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data[:-9] + bytes(9), lambda _: b"", None])
def test_what_is_damaged_or_of_another_python_is_made_anew(another_run, compilings, monkeypatch, change):
    _same_as_re()
    precompiled.keep()
    path = another_run()
    if change:
        path.write_bytes(change(path.read_bytes()))
    else:
        monkeypatch.setattr(sys, "version", "4.0")
    compilings.clear()
    _same_as_re()
    assert len(compilings) == len(PATTERNS)


def test_nothing_is_written_where_python_writes_no_byte_code(another_run, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _same_as_re()
    precompiled.keep()
    assert not another_run().exists()


def test_a_folder_that_may_not_be_written_to_is_no_fault(another_run):
    path = another_run()
    path.parent.write_text("in the way")
    _same_as_re()
    precompiled.keep()
    _same_as_re()
    assert path.parent.read_text() == "in the way"


def test_where_python_does_it_another_way_patterns_are_compiled_as_ever(another_run, monkeypatch):
    monkeypatch.setattr(precompiled, "from_code", lambda *_: re.compile("another"))
    assert not precompiled._agrees()
    monkeypatch.setattr(precompiled, "from_code", None)
    _same_as_re()
    precompiled.keep()
    assert not another_run().exists()
