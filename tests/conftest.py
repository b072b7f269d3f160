"""Shared fixtures: the project's folder, its five clippings, and the folder beside it where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefing_project import make_briefing

import kzvn_analysis as kz

ROOT = Path(__file__).resolve().parents[1]


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
def shared() -> Path:
    """The folder with the scorer and the development articles; a checkout of a user has none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    return folder
