"""Shared fixtures: the project's folder, its five clippings, and the folder beside it where there is one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from briefing_project import make_briefing
from facts_by_hand import expected

import kzvn_analysis as kz

ROOT = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items):
    """The longest file first, so that no worker is left alone with it at the end; the rest keeps its order."""
    items.sort(key=lambda item: item.path.name != "test_workflows.py")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def seed_articles():
    return kz.read_seeds(ROOT / "seeds")


@pytest.fixture(scope="session")
def seed_tables(seed_articles):
    return kz.parse(seed_articles)


@pytest.fixture(scope="session")
def five(tmp_path_factory):
    """The briefing of the five clippings, made once for all tests that look at it."""
    clippings = {path.name: path.read_bytes() for path in sorted((ROOT / "seeds").iterdir())}
    return make_briefing(tmp_path_factory.mktemp("five"), clippings)


@pytest.fixture(scope="session")
def five_by_hand():
    """The five clippings as a careful reader lists them."""
    return kz.dossier(expected(ROOT / "tests" / "expected", ROOT / "seeds"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the scorer and the development articles; a checkout of a user has none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    return folder


@pytest.fixture(scope="module")
def chromium():
    """The machine's own Chromium, driven by Playwright."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()
