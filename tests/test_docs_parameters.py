"""The guide names what a reader can set in the notebooks, and what holds if nothing is set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kzvn_analysis.briefing.parameters import RESERVED, declared
from kzvn_analysis.briefing.project import find_project

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = tuple(find_project(ROOT).notebooks)
PAGE = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")
TABLE = {row[0]: row for row in re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", PAGE, re.M)}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_parameter_stands_in_the_table_with_its_values_default_and_notebook(name):
    for parameter in declared(ROOT / "notebooks" / f"{name}.ipynb").values():
        if parameter.name in RESERVED:
            assert f"`{parameter.name}`" in PAGE
            continue
        _, values, default, notebooks = TABLE[parameter.name]
        assert [choice for choice in parameter.choices if f"`{choice}`" not in values] == []
        assert f"`{parameter.default}`" in default if parameter.default else default.startswith("empty: ")
        assert notebooks == "all" or f"`{name}`" in notebooks


def test_the_table_names_no_parameter_that_there_is_none_of():
    known = {key for name in NOTEBOOKS for key in declared(ROOT / "notebooks" / f"{name}.ipynb")}
    assert set(TABLE) == known - set(RESERVED)


def test_the_parameters_of_start_here_are_named():
    for name in declared(ROOT / "notebooks" / "start_here.ipynb"):
        assert f"`{name}`" in PAGE
