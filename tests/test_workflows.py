"""The workflows: valid, pinned, with few rights, and the hooks of a commit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "briefing.yml"


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
        ("vendor.dependabot", ".github/dependabot.yml"),
        ("vendor.citation-file-format", "CITATION.cff"),
    ],
)
def test_it_is_valid_by_its_published_schema(schema, path):
    _check(schema, ROOT / path)


def test_actions_are_pinned_by_commit_and_say_their_version():
    used = re.findall(r"uses: (.+)", WORKFLOW.read_text(encoding="utf-8"))
    assert used
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
