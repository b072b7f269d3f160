"""The workflows: valid, pinned, with few rights, and their steps run in order in a clean clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "briefing.yml"
BASE, NUMBER, TAG = "HEAD", "7", "v9.9"
SAID = {
    "matrix.engine": "embedded",
    "github.event.pull_request.base.sha": BASE,
    "github.event.pull_request.number": NUMBER,
    "github.ref_name": TAG,
    "github.token": "secret",
    "github.repository": "someone/kzvn",
}
OURS = ("PYTEST", "PYTHON", "VIRTUAL", "MAKE")  # variables of this run, which a fresh one would not have
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_SAID"
for given; do [ ! -f "$given" ] || cp "$given" "$GH_SAID.$(basename "$given")"; done
"""


@pytest.fixture(scope="module")
def workflow() -> dict:
    return yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))


def _check(schema: str, *paths: Path) -> None:
    tool = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([tool, "--builtin-schema", schema, *paths], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-workflows", ".github/workflows/briefing.yml"),
        ("custom.github-workflows-require-timeout", ".github/workflows/briefing.yml"),
        ("vendor.github-workflows", ".github/workflows/audit.yml"),
        ("custom.github-workflows-require-timeout", ".github/workflows/audit.yml"),
        ("vendor.dependabot", ".github/dependabot.yml"),
        ("vendor.citation-file-format", "CITATION.cff"),
    ],
)
def test_it_is_valid_by_its_published_schema(schema, path):
    _check(schema, ROOT / path)


def test_actions_are_pinned_by_commit_and_say_their_version():
    texts = [path.read_text(encoding="utf-8") for path in sorted(WORKFLOW.parent.glob("*.yml"))]
    used = re.findall(r"uses: (.+)", "".join(texts))
    assert len(texts) == 2 and used
    assert [line for line in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", line)] == []


def test_no_job_that_runs_a_pull_requests_code_may_write(workflow):
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        checks_out = any("actions/checkout@" in step.get("uses", "") for step in job["steps"])
        assert not (checks_out and "permissions" in job), name
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name
            # What comes from outside reaches a shell as a variable, never as part of the script.
            assert "${{" not in step.get("run", ""), name


def test_every_source_of_the_briefing_starts_it(workflow):
    triggers = workflow[True]  # YAML reads a bare `on` as true
    paths = triggers["pull_request"]["paths"]
    assert triggers["push"]["paths"] == paths
    for source in ("seeds/**", "notebooks/**", "report/**", "src/**", "_quarto.yml", "requirements*"):
        assert source in paths


def test_the_steps_run_in_order_in_a_clean_clone(workflow, tmp_path):
    """Each `run:` as it stands, artifacts handed from job to job; only GitHub's own command is stood in for."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing to clone")
    clone, store, tools = tmp_path / "clone", tmp_path / "artifacts", tmp_path / "bin"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    outside = {
        **{name: value for name, value in os.environ.items() if not name.startswith(OURS)},
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GH_SAID": str(tmp_path / "gh"),
        # All tests in one of the tests would not end; the step is run as it is, for a few of them.
        "PYTEST_ADDOPTS": "tests/test_architecture.py",
    }
    for name in ("test", "render", "diff", "comment", "release"):
        job = workflow["jobs"][name]
        folder = clone
        if not any("actions/checkout@" in step.get("uses", "") for step in job["steps"]):
            folder = tmp_path / name
            folder.mkdir()
        for step in job["steps"]:
            _do(step, folder, store, outside)

    said = (tmp_path / "gh").read_text(encoding="utf-8").splitlines()
    assert said[0].startswith(f"pr comment {NUMBER} ")
    assert said[1].startswith(f"release create {TAG} ")
    assert "%PDF" in (tmp_path / "gh.briefing.pdf").read_bytes()[:8].decode()
    changes = (tmp_path / "gh.changes.md").read_text(encoding="utf-8")
    assert changes.strip()
    assert changes == (tmp_path / "summary.md").read_text(encoding="utf-8")
    status = subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True)
    assert set(status.stdout.split()) <= {"??", "briefing/", "changes.md"}


def _do(step: dict, folder: Path, store: Path, outside: dict[str, str]) -> None:
    used, given = step.get("uses", ""), step.get("with", {})
    if "actions/upload-artifact@" in used:
        made, kept = folder / given["path"], store / _said(given["name"])
        shutil.copytree(made, kept) if made.is_dir() else shutil.copy(made, _parent(kept / made.name))
    elif "actions/download-artifact@" in used:
        name = given["name"].replace("briefing-quarto", "briefing-embedded")  # the engine that is at hand
        shutil.copytree(store / name, folder / given.get("path", ""), dirs_exist_ok=True)
    elif "run" in step:
        environment = {**outside, **{name: _said(value) for name, value in step.get("env", {}).items()}}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder, env=environment, capture_output=True, text=True, timeout=560,
        )  # fmt: skip
        assert done.returncode == 0, f"{step['run']}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"


def _said(text: str) -> str:
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: SAID[found[1]], text)


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_the_hooks_pass_on_what_is_committed(tmp_path):
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing to clone")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    (clone / ".venv" / "bin").mkdir(parents=True)
    for tool in ("ruff", "lint-imports", "nbstripout", "check-jsonschema"):
        (clone / ".venv" / "bin" / tool).symlink_to(Path(sys.executable).with_name(tool))
    done = subprocess.run(
        [Path(sys.executable).with_name("pre-commit"), "run", "--all-files"],
        cwd=clone, env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == 5
