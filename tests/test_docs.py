"""The guide is built from the pages in docs/ and from the program itself, and loads nothing from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

import kzvn_analysis as kz

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("guide")
    done = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def _text(page: Path) -> str:
    return unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")))


def test_every_public_name_is_in_the_reference(site):
    text = _text(site / "library.html")
    assert [name for name in kz.__all__ if not re.search(rf"\b{name}\b", text)] == []
    assert "Rows ordered by article and by place in its text." in text  # a docstring, not only its name


def test_every_command_tells_its_own_help(site):
    text = _text(site / "commands.html")
    help_of = [Path(sys.executable).with_name("kzvn"), "--help"]
    listed = subprocess.run(help_of, capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  (\w+) {2,}\S", listed.partition("Commands:")[2], re.M)
    assert len(commands) >= 4
    for command in commands:
        assert f"Usage: kzvn {command}" in text


def test_every_column_of_every_table_is_explained(site):
    text = _text(site / "tables.html")
    for name in kz.Tables.__annotations__:
        assert name in text
    for meaning in kz.column_meanings("trade")["meaning"]:
        assert meaning in text
    assert "<!--" not in (site / "tables.html").read_text(encoding="utf-8").partition("<article")[2]


def test_every_limit_is_explained(site):
    text = _text(site / "limits.html")
    for words in ("clipping", "120 000", "forty times those of a news report", "KZVN_NOTEBOOK_MEMORY", "4096"):
        assert words in text


def test_no_page_loads_anything_from_elsewhere(site):
    loads = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=[\"']?(?:https?:)?//[^\"' >]*")
    for page in site.rglob("*.html"):
        assert loads.findall(page.read_text(encoding="utf-8")) == [], page.name
