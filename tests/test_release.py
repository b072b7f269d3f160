"""Versions and releases: named by their inputs, there whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from briefing_project import ROOT, make_project

from kzvn_analysis.briefing import release
from kzvn_analysis.briefing.inputs import read_inputs
from kzvn_analysis.briefing.store import Store
from kzvn_analysis.briefing.version import make_manifest, manifest_bytes
from kzvn_analysis.errors import KzvnError

V1, V2 = "2026-02-18-00000001", "2026-02-19-00000002"
FILES = {"briefing.html": b"<p>", "tables/trade.csv": b"a\n", "manifest.json": b"{}\n"}
ENGINE = {"name": "embedded", "version": "pandoc 3.9, typst 0.15"}


@pytest.fixture
def inputs(tmp_path):
    project = make_project(tmp_path / "p")
    seeds = tmp_path / "p" / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    return project, seeds


def edit(notebook, change):
    """Change the last cell of a notebook's file."""
    raw = json.loads(notebook.read_text(encoding="utf-8"))
    change(raw["cells"][-1])
    notebook.write_text(json.dumps(raw), encoding="utf-8")


def manifest_of(inputs, **other):
    given = {"as_of": "2026-02-18", "parameters": {}, "engine": ENGINE} | other
    return make_manifest(read_inputs(*inputs, Store(None)), **given)


def version_of(inputs, **other):
    return manifest_of(inputs, **other)["version"]


def test_the_same_inputs_give_the_same_version_in_any_folder(inputs, tmp_path):
    first = version_of(inputs)
    project, seeds = inputs
    shutil.move(project.root, tmp_path / "elsewhere")
    moved = make_project(tmp_path / "again")
    assert version_of((moved, tmp_path / "elsewhere" / "seeds")) == first
    assert first.startswith("2026-02-18-") and len(first) == 19


@pytest.mark.parametrize(
    "change",
    [
        "clipping",
        "sidecar",
        "corrections",
        "another clipping",
        "file left out",
        "notebook",
        "document",
        "stylesheet",
        "filter",
        "parameter",
        "engine",
        "tool",
        "project file",
    ],
)
def test_every_input_changes_the_version(inputs, change, monkeypatch):
    project, seeds = inputs
    before = version_of(inputs)
    other = {}
    at = {
        "clipping": sorted(seeds.glob("*.txt"))[0],
        "sidecar": seeds / "sources.csv",
        "corrections": seeds / "corrections.csv",
        "another clipping": seeds / "new.txt",
        "file left out": seeds / "notes.md",
        "document": project.source,
        "stylesheet": project.report / "style.css",
        "filter": project.report / "filters" / "notes.lua",
        "project file": project.root / "_quarto.yml",
    }.get(change)
    if at:
        at.write_bytes((at.read_bytes() if at.exists() else b"") + b"\n")
    elif change == "notebook":
        edit(project.notebook("evidence"), lambda cell: cell.update(source=[*cell["source"], "\n# more"]))
    elif change == "parameter":
        other["parameters"] = {"minimum": 3}
    elif change == "engine":
        other["engine"] = {**ENGINE, "version": "pandoc 3.9, typst 0.16"}
    else:
        monkeypatch.setattr("kzvn_analysis.briefing.pandoc.version", lambda: "0.0")
    assert version_of(inputs, **other) != before


def test_what_is_no_input_does_not_change_the_version(inputs):
    project, seeds = inputs
    before = version_of(inputs)
    (seeds / ".hidden.txt").write_text("x")
    edit(project.notebook("evidence"), lambda cell: cell.update(outputs=[{"text": "seen"}], execution_count=7))
    (project.report / ".cache").mkdir()
    (project.report / ".cache" / "x").write_text("x")
    os.utime(project.source, (0, 0))
    assert version_of(inputs) == before


def test_the_manifest_says_what_went_in_and_nothing_of_where_or_when(inputs):
    manifest = manifest_of(inputs, parameters={"minimum": 3})
    text = manifest_bytes(manifest).decode()
    assert json.loads(text) == manifest
    paths = {entry["path"] for entry in manifest["inputs"]}
    assert {
        "seeds/sources.csv",
        "notebooks/evidence.ipynb",
        "report/briefing.qmd",
        "_quarto.yml",
        "kzvn_analysis/cli/__init__.py",
    } <= paths
    assert all(len(entry["sha256"]) == 64 for entry in manifest["inputs"])
    assert {"python", "pandoc", "typst", "papermill", "matplotlib", "pandas"} <= set(manifest["tools"])
    assert manifest["parameters"] == {"minimum": 3} and manifest["engine"] == ENGINE
    assert str(inputs[0].root) not in text and os.path.expanduser("~") not in text


def test_a_release_holds_its_files_and_latest_leads_to_it(tmp_path):
    out = tmp_path / "briefings"
    folder = release.write_release(out, V1, FILES)
    assert folder == out / V1
    assert {name: (folder / name).read_bytes() for name in FILES} == FILES
    assert os.readlink(out / "latest") == V1
    release.write_release(out, V2, FILES)
    assert os.readlink(out / "latest") == V2
    assert [path.name for path in release.releases(out)] == [V1, V2]
    assert sorted(os.listdir(out)) == [V1, V2, "latest"]


def test_the_sums_fit_the_ordinary_program(tmp_path):
    folder = release.write_release(tmp_path, V1, FILES)
    if not shutil.which("sha256sum"):
        pytest.skip("no sha256sum on this machine")
    assert (
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=False).returncode
        == 0
    )


@pytest.mark.parametrize("at", ["write", "rename"])
def test_a_failure_leaves_the_earlier_release_as_it_was(tmp_path, monkeypatch, at):
    release.write_release(tmp_path, V1, FILES)
    before = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*"))

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((release, "_write_file") if at == "write" else (os, "rename")), fails)
    with pytest.raises(KzvnError, match="No space left on device.*earlier releases are untouched"):
        release.write_release(tmp_path, V2, FILES)
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == before
    assert os.readlink(tmp_path / "latest") == V1


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path):
    killed = f"""
import os, signal
from pathlib import Path
from kzvn_analysis.briefing import release
release._write_file_whole = release._write_file
def slow(path, data):
    release._write_file_whole(path, data)
    if path.name == "briefing.html":
        os.kill(os.getpid(), signal.SIGKILL)
release._write_file = slow
release.write_release(Path({str(tmp_path)!r}), {V1!r}, {FILES!r})
"""
    assert subprocess.run([sys.executable, "-c", killed], check=False).returncode == -9
    assert not (tmp_path / V1).exists() and any(name.startswith(".making-") for name in os.listdir(tmp_path))
    release.write_release(tmp_path, V2, FILES)
    assert sorted(os.listdir(tmp_path)) == [V2, "latest"]


def test_a_whole_release_is_kept_and_a_broken_one_is_made_again(tmp_path):
    folder = release.write_release(tmp_path, V1, FILES)
    inode = folder.stat().st_ino
    assert release.reuse(tmp_path, V1, FILES["manifest.json"]) == folder
    assert release.reuse(tmp_path, V1, b"other") is None
    (folder / "briefing.html").write_text("touched")
    assert not release.is_whole(folder)
    assert release.reuse(tmp_path, V1, FILES["manifest.json"]) is None
    release.write_release(tmp_path, V1, FILES)
    assert release.is_whole(folder) and folder.stat().st_ino != inode
    assert sorted(os.listdir(tmp_path)) == [V1, "latest"]


def test_reuse_points_latest_back_to_the_release(tmp_path):
    release.write_release(tmp_path, V1, FILES)
    release.write_release(tmp_path, V2, FILES)
    release.reuse(tmp_path, V1, FILES["manifest.json"])
    assert os.readlink(tmp_path / "latest") == V1


def test_a_folder_of_the_users_own_named_latest_is_not_touched(tmp_path):
    (tmp_path / "latest").mkdir()
    (tmp_path / "latest" / "mine").write_text("x")
    with pytest.raises(KzvnError, match="should be a link"):
        release.write_release(tmp_path, V1, FILES)
    assert (tmp_path / "latest" / "mine").read_text() == "x"


def test_files_are_readable_whatever_the_umask(tmp_path):
    old = os.umask(0o077)
    try:
        folder = release.write_release(tmp_path / "out", V1, FILES)
    finally:
        os.umask(old)
    assert {oct(path.stat().st_mode & 0o777) for path in folder.rglob("*") if path.is_file()} == {"0o644"}


def test_a_file_name_that_is_no_text_is_shown_escaped(inputs):
    project, seeds = inputs
    (seeds / os.fsdecode(b"\xff.txt")).write_text("x")
    manifest_bytes(manifest_of(inputs)).decode("utf-8")
