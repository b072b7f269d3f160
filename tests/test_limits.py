"""What is too long, too slow or too greedy is left out and told; the clippings beside it lose nothing."""

from __future__ import annotations

import re
import sys
import threading
import time

import pytest
from click.testing import CliRunner

import kzvn_analysis as kz
from kzvn_analysis.bounds import Overtime, bounded
from kzvn_analysis.cli import main
from kzvn_analysis.clipping import parse_clipping
from kzvn_analysis.limits import cost, size
from kzvn_analysis.triage import review

TEXT = "Kazakhstan and Vietnam signed an agreement on plant quarantine on May 6, 2025.\n"


@pytest.fixture
def folder(tmp_path):
    parse_clipping(kz.article_from_text(TEXT))  # the first clipping of a process waits for the rules
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_hundred_megabytes_in_one_line_are_left_out_unread(folder):
    with (folder / "b.txt").open("wb") as file:
        for _ in range(100):
            file.write(b"Kazakhstan and Vietnam trade. " * 33_334)
    began = time.process_time()
    seeds = kz.read_seeds(folder)
    assert time.process_time() - began < 5
    assert [article.article_id for article in seeds] == ["a"]
    assert seeds.unread[0].reason.startswith("longer than 120000 characters, so it is no single clipping")


@pytest.mark.parametrize(("more", "read"), [(0, True), (1, False)])
def test_the_limit_counts_characters_and_not_bytes(folder, more, read):
    (folder / "b.txt").write_text("ế" * (size("clipping") + more), encoding="utf-8")
    assert ("b" in [article.article_id for article in kz.read_seeds(folder)]) is read


def test_a_clipping_that_takes_too_long_is_left_out_and_the_next_is_read(folder, monkeypatch):
    monkeypatch.setenv("KZVN_CLIPPING_SECONDS", "1")
    (folder / "b.txt").write_text(TEXT)
    (folder / "c.txt").write_text(TEXT)
    whole = parse_clipping.__globals__["read"]

    def slow(article):
        while article.article_id == "b":
            re.search("(a+)+b", "a" * 30)  # a pattern that goes astray, within one call
        return whole(article)

    monkeypatch.setitem(parse_clipping.__globals__, "read", slow)
    tables = kz.parse(kz.read_seeds(folder))
    assert list(tables.articles["article_id"]) == ["a", "c"]
    assert list(tables.unread["path"]) == ["b.txt"]
    assert tables.unread["reason"][0].startswith("reading it took more than 1 seconds; remove what is not running text")


def test_a_clipping_that_takes_too_much_memory_is_left_out_and_the_next_is_read(folder, monkeypatch):
    if sys.platform != "linux":
        pytest.skip("only Linux knows this limit")
    monkeypatch.setenv("KZVN_CLIPPING_MEMORY", "64")
    (folder / "b.txt").write_text(TEXT)
    whole = parse_clipping.__globals__["read"]

    def greedy(article):
        heap = [bytearray(1 << 20) for _ in range(200 if article.article_id == "b" else 1)]
        return heap and whole(article)

    monkeypatch.setitem(parse_clipping.__globals__, "read", greedy)
    tables = kz.parse(kz.read_seeds(folder))
    assert list(tables.articles["article_id"]) == ["a"]
    assert tables.unread["reason"][0].startswith("reading it took more than 64 MiB of memory")
    assert bytearray(200 << 20)  # afterwards there is as much as before


def test_time_is_limited_in_any_thread_and_only_within():
    outcome = []

    def work():
        try:
            with bounded(0.2, None):
                for _ in iter(int, 1):
                    pass
        except Overtime:
            outcome.append("stopped")
        with bounded(0.2, None):
            outcome.append("in time")
        for _ in range(3_000_000):
            pass
        outcome.append("nothing comes late")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(60)
    assert outcome == ["stopped", "in time", "nothing comes late"]


def test_waiting_is_not_computing():
    with bounded(0.1, None):
        time.sleep(0.3)


@pytest.mark.parametrize("given", ["soon", "-1", "nan", "inf"])
def test_a_limit_that_is_no_number_is_refused(folder, monkeypatch, given):
    monkeypatch.setenv("KZVN_CLIPPING_SECONDS", given)
    result = CliRunner().invoke(main, ["parse", str(folder), "--out", str(folder / "out"), "-q"])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kzvn: KZVN_CLIPPING_SECONDS={given}: this must be a number")
    assert result.stderr.count("\n") == 1


def test_nought_is_no_limit(monkeypatch):
    monkeypatch.setenv("KZVN_NOTEBOOK_MEMORY", "0")
    assert cost("notebook_memory") is None


def test_a_sentence_too_long_yields_no_row_and_is_listed_for_review(folder):
    long = "Kazakhstan and Vietnam signed an agreement on trade" + " and one on transport" * 200 + " on May 6, 2025.\n"
    (folder / "b.txt").write_text(long)
    articles = kz.read_seeds(folder)
    tables = kz.parse(articles)
    assert set(tables.agreements["article_id"]) == {"a"}
    [item] = [item for item in review(articles, tables) if item.kind == "long"]
    assert item.where == "b"
    assert item.what.startswith("a sentence of 4267 characters, which is too long to be read; it begins: “Kazakhstan")


HOSTILE = {
    "dates": "Kazakhstan and Vietnam met on " + "May 6, 2025, " * 4_000,
    "people": "Kazakhstan and Vietnam sent " + "President Tokayev and To Lam, " * 1_750,
    "brackets": "Kazakhstan and Vietnam " + "([{“" * 7_000 + "”}])" * 7_000,
    "one word": "Kazakhstan and Vietnam " + "a" * 55_000,
    "figures": "Kazakhstan and Vietnam traded " + "1," * 27_500,
    "stops": "Kazakhstan and Vietnam " + ".!?" * 18_000,
    "blanks": "Kazakhstan and Vietnam" + " \t" * 27_500 + "met.",
    "lines": "Kazakhstan and Vietnam\n" + "a\n" * 27_500,
    "sentences": "Kazakhstan and Vietnam\n\n" + "Trade between Kazakhstan and Vietnam grew 5%.\n\n" * 1_100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_that_is_read_takes_long_however_it_is_built(name):
    """A text read in quadratic time would take minutes at this size; usual is a second."""
    began = time.process_time()
    parsed = parse_clipping(kz.article_from_text(HOSTILE[name]))
    assert parsed.article is not None
    assert time.process_time() - began < 10
