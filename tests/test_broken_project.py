"""Notebooks, settings, parameters and manifests that are broken: one error that names file, place and what to do."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from briefing_project import ROOT, make_project, make_short_project
from click.testing import CliRunner

from kzvn_analysis.briefing import earlier, notebooks, release
from kzvn_analysis.briefing.parameters import read_parameters
from kzvn_analysis.briefing.project import Project, check_settings
from kzvn_analysis.cli import main
from kzvn_analysis.errors import KzvnError, UsageError

CODE = {"cell_type": "code", "source": "1", "metadata": {}, "outputs": [], "execution_count": None}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    return make_project(tmp_path_factory.mktemp("p") / "p")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Expecting value: line 1 column 1"),
        (b'{"cells": [\n {"cell_type": "code",,}]}', "line 2 column 23"),
        (b'{"cells": [', "Expecting value: line 1 column 12"),
        (b"\xff\xfe{", "codec can't decode"),
        (b"[" * 200_000, "nested too deep"),
        (b"[]", "no list of cells"),
        (b'{"worksheets": [{"cells": []}], "nbformat": 3}', "no list of cells"),
        (b'{"cells": {"0": {}}}', "no list of cells"),
        (json.dumps({"cells": [CODE, "print(1)"]}).encode(), "cell 2 is broken"),
        (json.dumps({"cells": [CODE, {"cell_type": "code"}]}).encode(), "cell 2 is broken"),
        (json.dumps({"cells": [{**CODE, "source": None}]}).encode(), "cell 1 is broken"),
        (json.dumps({"cells": [{**CODE, "source": [1, 2]}]}).encode(), "cell 1 is broken"),
        (json.dumps({"cells": [{**CODE, "source": "x = '\ud800'"}]}).encode(), "cell 1 is broken"),
        (json.dumps({"cells": [{**CODE, "cell_type": "magic"}]}).encode(), "cell 1 is broken"),
        (json.dumps({"cells": [{**CODE, "metadata": {"tags": 7}}]}).encode(), "cell 1 is broken"),
    ],
)
def test_a_broken_notebook_is_named_with_the_place_in_it(project, data, why):
    path = project.notebook("evidence")
    whole = path.read_bytes()
    path.write_bytes(data)
    try:
        with pytest.raises(KzvnError) as raised:
            notebooks.plan(project, "evidence", {}, {})
    finally:
        path.write_bytes(whole)
    said = str(raised.value)
    assert said.startswith("notebooks/evidence.ipynb: not a notebook that can be read (") and why in said
    assert said.endswith("Save it again in JupyterLab or restore it from the repository.")


@pytest.mark.parametrize(
    "source", ["x = open('/etc/passwd')", "x = (", "x = " + "[" * 5_000, "x = __import__('os').system('id')"]
)
def test_a_parameters_cell_is_never_run_to_learn_what_is_in_it(project, source):
    path = project.notebook("evidence")
    whole = path.read_bytes()
    cell = {**CODE, "source": source, "metadata": {"tags": ["parameters"]}}
    path.write_text(json.dumps({"cells": [cell]}))
    try:
        with pytest.raises(KzvnError, match="notebooks/evidence.ipynb: the parameters cell may hold only plain values"):
            read_parameters(project, ["x=1"])
    finally:
        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"minimums": 3}, "-p minimums: no notebook has this parameter. Parameters are: as_of, minimum"),
        ({"version": "x"}, "-p version: the program sets this one itself. You can set: as_of, minimum"),
        ({"minimum": "many"}, "-p minimum=many: this must be a whole number, for example minimum=2"),
        ({"minimum": 2.5}, "-p minimum=2.5: this must be a whole number"),
        ({"minimum": True}, "-p minimum=True: this must be a whole number"),
        ({"minimum": [2]}, "-p minimum=[2]: this must be a whole number"),
        ({"as_of": "../../somewhere"}, "-p as_of=../../somewhere: this must be a day"),
        ({"as_of": "NUL"}, "-p as_of=NUL: this must be a day"),
        ({"as_of": 20250509}, "-p as_of=20250509: this must be a text"),
    ],
)
def test_a_parameter_of_a_wrong_name_or_type_is_refused_however_it_is_given(project, given, says):
    for form in (given, [f"{name}={value}" for name, value in given.items()]):
        if form is given or not isinstance(next(iter(given.values())), int) or "True" in says:
            with pytest.raises(UsageError) as raised:
                read_parameters(project, form)
            assert str(raised.value).startswith(says)


def test_parameters_by_name_are_taken_as_they_are(project):
    assert read_parameters(project, {"minimum": 3, "as_of": "2025-05-09"}) == {"minimum": 3, "as_of": "2025-05-09"}


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("project:\n  type: default\n bad\n", "_quarto.yml, line 3: not YAML that can be read ("),
        ("format:\n  html: [\n", "_quarto.yml, line 3: not YAML"),
        ("format:\n\thtml: x\n", "_quarto.yml, line 2: not YAML"),
        ("a: \0", "_quarto.yml, line 1: not YAML"),
        ("[" * 100_000, "_quarto.yml, line 1: not YAML"),
        ("a: !!python/object/apply:os.system ['id']", "_quarto.yml, line 1: not YAML"),
        ("", "_quarto.yml: no settings for the formats html and typst"),
        ("- html\n- typst\n", "_quarto.yml: no settings"),
        ("format: html\n", "_quarto.yml: no settings"),
        ("format:\n  html: x\n", "_quarto.yml: no settings"),
    ],
)
def test_broken_settings_are_told_with_their_line(tmp_path, settings, says):
    (tmp_path / "_quarto.yml").write_text(settings)
    with pytest.raises(KzvnError) as raised:
        check_settings(Project(tmp_path))
    assert str(raised.value).startswith(says)


def test_the_projects_own_settings_are_whole():
    check_settings(Project(ROOT))


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A short project whose release was made by the command itself."""
    project = make_short_project(tmp_path_factory.mktemp("released") / "p")
    before = os.getcwd()
    os.chdir(project.root)
    try:
        result = CliRunner().invoke(main, ["render", "--engine", "embedded", "-q"])
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    return project


@pytest.mark.parametrize(
    ("file", "text", "code", "says"),
    [
        ("_quarto.yml", "format: [", 1, "kzvn: _quarto.yml, line 1: not YAML that can be read"),
        ("notebooks/evidence.ipynb", "{", 1, "kzvn: notebooks/evidence.ipynb: not a notebook that can be read"),
    ],
)
def test_a_render_of_what_is_broken_is_one_line_and_leaves_the_release(released, tmp_path, file, text, code, says):
    shutil.copytree(released.root, tmp_path / "p", symlinks=True)
    (tmp_path / "p" / file).write_text(text)
    before = os.getcwd()
    os.chdir(tmp_path / "p")
    try:
        result = CliRunner().invoke(main, ["render", "--engine", "embedded", "-q"])
    finally:
        os.chdir(before)
    assert (result.exit_code, result.stderr.count("\n")) == (code, 1), result.output
    assert result.stderr.startswith(says)
    assert release.is_whole((tmp_path / "p" / "briefings" / "latest").resolve())


def manifest(earlier_one):
    return {"version": "2026-02-18-00000001", "earlier": earlier_one}


@pytest.mark.parametrize(
    "named",
    [
        {"version": "..", "files": []},
        {"version": "2026-02-17-00000000", "files": [{"path": "../../etc/passwd", "sha256": "0"}]},
        {"version": "2026-02-17-00000000", "files": [{"path": "/etc/passwd", "sha256": "0"}]},
        {"version": "2026-02-17-00000000", "files": [{"path": 7, "sha256": "0"}]},
        {"version": "2026-02-17-00000000", "files": 7},
        {"version": ["x"], "files": []},
        "2026-02-17-00000000",
    ],
)
def test_a_manifest_leads_to_no_file_out_of_the_releases(tmp_path, named):
    with pytest.raises(KzvnError, match="^2026-02-18-00000001: what its manifest says about an earlier release can"):
        earlier.read_files(tmp_path, manifest(named))


@pytest.mark.parametrize(
    "text",
    [
        "{", "[]", "{}", "[" * 100_000,
        '{"inputs": [7], "tools": {}, "parameters": {}, "engine": {"name": "embedded", "version": "1"}}',
        '{"inputs": [], "tools": {"a": []}, "parameters": {}, "engine": {"name": "embedded", "version": "1"}}',
        '{"inputs": [], "tools": {}, "parameters": {}, "engine": {}}',
    ],
)  # fmt: skip
def test_a_broken_manifest_is_told_by_verify(released, tmp_path, text):
    folder = tmp_path / "2026-02-18-00000001"
    folder.mkdir()
    (folder / "manifest.json").write_text(text)
    result = CliRunner().invoke(main, ["verify", str(folder), "--seeds", str(released.root / "seeds")])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.output
    assert "manifest.json: not a manifest that can be read" in result.stderr


@pytest.mark.parametrize("line", ["0  ../outside", "0  /etc/passwd", "0  ", "no sum"])
def test_sums_that_lead_out_of_a_release_make_it_none(tmp_path, line):
    (tmp_path / "outside").write_bytes(b"")
    folder = tmp_path / "2026-02-18-00000001"
    folder.mkdir()
    (folder / "SHA256SUMS").write_text(line + "\n")
    assert not release.is_whole(folder)


@pytest.mark.parametrize("version", ["..", "CON", "2026-02-18", "2026-02-18-0000000g", "a/b", "x" * 300])
def test_no_folder_is_made_for_what_is_no_version(tmp_path, version):
    with pytest.raises(ValueError):
        release.write_release(tmp_path / "out", version, {"a": b""})
    assert not (tmp_path / "out").exists()
