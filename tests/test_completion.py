"""What Tab offers, in the real shells, and how little the command line loads to answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from briefing_project import write_notebook
from click.testing import CliRunner

from kzvn_analysis.cli import main

HEAVY = ("pandas", "numpy", "pyarrow", "matplotlib", "rich", "papermill", "nbformat", "watchfiles", "http.server")
TRY = """\
eval "$(kzvn completion bash)"
try() {
    COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMPREPLY=()
    _kzvn_completion kzvn 2>/dev/null
    echo "${COMPREPLY[*]}"
}
"""


@pytest.fixture
def folder(tmp_path):
    """A project with one table, one release and one notebook, and the program on the PATH."""
    (tmp_path / "_quarto.yml").write_text("project: {}\n")
    (tmp_path / "_build" / "tables").mkdir(parents=True)
    (tmp_path / "_build" / "tables" / "trade.csv").write_text(
        'fact_id,article_id,quote\ntrade-1a2b3c4d,a,"Trade, it said, grew."\ntrade-5e6f7a8b,a,It fell.\n'
    )
    (tmp_path / "_build" / "tables" / "articles.csv").write_text("article_id\ntrade-not-a-row\n")
    for name in ("2026-02-03-7e9f5d4b", "2026-02-18-0a1b2c3d", "notes"):
        (tmp_path / "briefings" / name).mkdir(parents=True)
    write_notebook(tmp_path / "notebooks" / "trade_trends.ipynb", ["1"])
    program = tmp_path / "bin" / "kzvn"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom kzvn_analysis.cli import main\nmain()\n")
    program.chmod(0o755)
    return tmp_path


def in_shell(folder: Path, *command: str) -> str:
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=True)
    assert run.stderr == ""
    return run.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_completes_commands_options_rows_versions_and_parameters(folder):
    cases = {
        "kzvn pre": "preview",
        "kzvn render --eng": "--engine",
        "kzvn render --engine = emb": "embedded",
        "kzvn explain trade-1": "trade-1a2b3c4d",
        "kzvn explain trade-": "trade-1a2b3c4d trade-5e6f7a8b",
        "kzvn diff ''": "latest 2026-02-18-0a1b2c3d 2026-02-03-7e9f5d4b",
        "kzvn render -p ''": "as_of= minimum=",
        "kzvn preview -p min": "minimum=",
        "kzvn render -p as_of = 2025-05-09 --verb": "--verbose",
    }
    said = in_shell(folder, "bash", "--norc", "-c", TRY + "".join(f"try {case}\n" for case in cases))
    assert dict(zip(cases, said.splitlines(), strict=True)) == cases


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_takes_its_script(shell, folder):
    script = CliRunner().invoke(main, ["completion", shell])
    assert script.exit_code == 0 and "_KZVN_COMPLETE" in script.output and "kzvn" in script.output
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    (folder / "script").write_text(script.output)
    in_shell(folder, shell, "-n", "script")


def test_outside_a_project_tab_offers_nothing_and_breaks_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for words in ("kzvn explain tr", "kzvn render -p as"):
        environment = {"_KZVN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        said = CliRunner(env=environment).invoke(main, [], prog_name="kzvn")
        assert (said.exit_code, said.output.strip()) == (0, "")


@pytest.mark.parametrize("how", ["help", "completion"])
def test_help_and_completion_load_nothing_heavy(how, folder):
    words = {"_KZVN_COMPLETE": "bash_complete", "COMP_WORDS": "kzvn explain tr", "COMP_CWORD": "2"}
    code = (
        "import sys\nfrom kzvn_analysis.cli import main\n"
        "try:\n    main(['--help'], prog_name='kzvn')\n"
        f"finally:\n    print('loaded:', sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)\n"
    )
    environment = {**os.environ, **(words if how == "completion" else {})}
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True)
    assert run.stderr == "loaded: []\n"
    assert ("trade-1a2b3c4d" if how == "completion" else "Exit codes") in run.stdout


def test_every_command_shows_an_example_and_its_exit_codes():
    for name, command in main.commands.items():
        if command.hidden:
            continue
        said = CliRunner().invoke(main, [name, "--help"]).output
        assert "Example" in said and f"kzvn {name}" in said, name
        assert "Exit codes" in said or name == "completion", name


def test_without_a_command_the_help_is_shown():
    said = CliRunner().invoke(main, [])
    assert said.output.startswith("Usage: ") and "Exit codes: 0 done" in said.output
    assert said.exit_code in (0, 2)  # as click has it: 2 from its version 8.2 on
