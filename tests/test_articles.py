"""The invented articles, scored against the rows that were written for them before the program read them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import kzvn_analysis as kz

ARTICLES = "tests/articles"


@pytest.fixture(scope="module")
def score(root, shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("score")
    kz.parse(kz.read_seeds(root / ARTICLES)).save(folder)
    command = [sys.executable, shared / "score.py", folder, root / ARTICLES / "gold"]
    command += ["--articles", root / ARTICLES, "--json", folder / "score.json"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads((folder / "score.json").read_text()), said


@pytest.mark.parametrize("table", ["trade", "visits", "agreements", "projects", "sectors"])
def test_hardly_a_row_is_invented_and_few_are_missed(table, score):
    found = score[0]["tables"][table]["found"]
    assert found["precision"] >= 0.95 and found["recall"] >= 0.88, score[1]


def test_every_article_is_read_and_told_apart(score, root):
    assert score[0]["tables"]["articles"]["exact"]["f1"] >= 0.97
    assert "provenance: 0 of" in score[1]


def test_articles_on_other_countries_yield_no_row(root):
    gold = {line.split(",")[0]: line for line in (root / ARTICLES / "gold" / "articles.csv").read_text().splitlines()}
    tables = kz.parse(kz.read_seeds(root / ARTICLES))
    others = {name for name, line in gold.items() if ",none," in line}
    assert len(others) >= 4
    for table in ("trade", "visits", "agreements", "projects", "sectors"):
        assert not others & set(tables[table]["article_id"])
