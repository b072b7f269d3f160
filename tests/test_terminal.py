"""What a command shows while it works, on a real pseudo-terminal and on a pipe."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner

from kzvn_analysis.cli import main
from kzvn_analysis.terminal import Steps

pty = pytest.importorskip("pty")

COLOUR = re.compile(r"\x1b\[[\d;]*m")


class Terminal:
    """A pseudo-terminal: `end` is what a program writes to, `said` what it wrote."""

    def __init__(self) -> None:
        self.leader, end = pty.openpty()
        self.end = os.fdopen(end, "w", encoding="utf-8")
        self._read = b""
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def _listen(self) -> None:
        while True:
            try:
                data = os.read(self.leader, 65536)
            except OSError:  # nobody writes any more
                return
            if not data:
                return
            self._read += data

    def said(self) -> str:
        self.end.close()
        self._reader.join()
        os.close(self.leader)
        return self._read.decode()


@pytest.fixture
def colours(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


@pytest.fixture
def seeds(tmp_path):
    """One clipping, and one file whose name would colour the terminal."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("In 2024 trade between Kazakhstan and Viet Nam grew by 3 percent to $879 million.\n")
    (folder / "b\x1b[31m.txt").write_text("Le commerce entre le Kazakhstan et le Vietnam a augmenté cette année.\n")
    return folder


def work(stream, pause=0.0, **how):
    """A render in little."""
    with Steps(stream=stream, **how) as steps:
        steps.step("read 2 clippings", of=2)
        steps.at("a.txt", 1)
        time.sleep(pause)
        steps.note("left out b\x1b[31m.txt: empty")
        steps.step("set the document")
        steps.at("[red]PDF")
        time.sleep(pause)
        steps.detail("pictures used again")


def shown(**how):
    terminal = Terminal()
    work(terminal.end, **how)
    return terminal.said()


def test_a_command_on_a_terminal_shows_which_clipping_is_read_and_how_far_it_is(seeds, tmp_path, colours):
    terminal = Terminal()
    command = [sys.executable, "-m", "kzvn_analysis", "parse", str(seeds), "--out", str(tmp_path / "t")]
    # Outside of the project, so that nothing was read before.
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal.end, text=True, check=True, cwd=tmp_path)
    said = terminal.said()
    assert "━" in said and "a.txt" in said
    assert re.search(r"read 1 clipping +\d+\.\d s", said)
    # A file's name can't drive the terminal.
    assert r"left out b\x1b[31m.txt: its name contains invisible characters" in said and "b\x1b[31m" not in said
    # At the end the bar is gone and the cursor is back.
    assert said.rindex("\x1b[?25h") > said.rindex("━")
    # What was made is on standard output, where nothing moves.
    assert "\x1b" not in run.stdout and run.stdout.startswith("clippings: 1 read, 1 left out\n")


def test_the_bar_tells_the_step_how_far_where_and_the_time_left(colours):
    frames = [COLOUR.sub("", frame) for frame in shown(pause=0.5).split("\r")]
    assert any(re.search(r"read 2 clippings [━╺╸]{16} 0:0\d left a\.txt", frame) for frame in frames)
    # Nobody can tell what is left of this one; and no name is taken for markup.
    assert any(re.search(r"set the document ━{16} 0:0\d \[red\]PDF", frame) for frame in frames)


def test_without_colour_the_bar_has_none(colours):
    coloured = re.compile(r"\x1b\[[\d;]*3[0-8]")
    assert coloured.search(shown())
    colours.setenv("NO_COLOR", "1")
    said = shown()
    assert "━" in said and not coloured.search(said)


def test_on_a_narrow_terminal_no_line_is_longer_than_it(colours):
    colours.setenv("COLUMNS", "32")
    plain = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", shown(pause=0.5))
    lines = [line for line in re.split(r"[\r\n]+", plain) if line]
    assert any("━" in line for line in lines)
    assert [line for line in lines if len(line) > 32] == []


@pytest.mark.parametrize("where", ["pipe", "log that asks for colour", "plain terminal"])
def test_where_nothing_can_move_each_step_is_a_line(where, tmp_path, colours):
    if where == "plain terminal":
        colours.setenv("TERM", "dumb")
        said = shown().replace("\r\n", "\n")
    else:
        if where != "pipe":
            colours.setenv("FORCE_COLOR", "1")
        with (tmp_path / "log").open("w+") as log:
            work(log)
            log.seek(0)
            said = log.read()
    assert re.fullmatch(
        r"left out b\\x1b\[31m\.txt: empty\nread 2 clippings +0\.0 s\nset the document +0\.0 s\n", said
    )


def test_verbose_says_how_and_quiet_says_nothing(tmp_path, colours):
    assert "  pictures used again" in shown(verbose=True)
    assert shown(quiet=True) == ""
    assert COLOUR.sub("", shown(passing=True)).count(" s\r\n") == 0


def test_quiet_leaves_only_errors(seeds, tmp_path):
    call = ["parse", str(seeds), "--out", str(tmp_path / "t"), "--quiet"]
    done = CliRunner().invoke(main, call)
    assert (done.exit_code, done.output) == (0, "")
    (seeds / "a.txt").unlink()
    done = CliRunner().invoke(main, call)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("kzvn: ") and done.stderr.count("\n") == 1


def test_an_explanation_leaves_no_step_behind(seeds):
    done = CliRunner().invoke(main, ["explain", "trade-00000000", "--seeds", str(seeds)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("kzvn: trade-00000000: there is no such row")
