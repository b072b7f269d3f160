"""Machines that fail: the earlier release opens, nothing half made is to be seen, and the next run succeeds."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import faults
import pytest
from briefing_project import cell_for, make_project, make_short_project, write_notebook

import kzvn_analysis as kz
from kzvn_analysis import clipping
from kzvn_analysis.briefing import notebooks, release, render
from kzvn_analysis.briefing.project import Project
from kzvn_analysis.errors import KzvnError

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what runs")


@linux
def test_kills_at_random_moments_leave_whole_releases_and_no_process(copy, tmp_path):
    """A slice of `make faults`."""
    trial = faults.Trial(tmp_path, seed=8, project=copy)
    for kind in ("release", "render", "release", "parse", "release", "render", "release", "release"):
        trial.kill_once(kind)
    assert sum(count for (_, reached), count in trial.kills.items() if reached != "ended before") >= 6


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A short project with its release."""
    project = make_short_project(tmp_path_factory.mktemp("faults") / "p")
    run = kzvn(project, "render", "--engine", "embedded")
    assert run.returncode == 0, run.stderr
    return project


@pytest.fixture
def copy(made, tmp_path):
    shutil.copytree(made.root, tmp_path / "p", symlinks=True)
    return Project(tmp_path / "p")


def kzvn(project, *arguments, **how):
    return subprocess.run(
        [sys.executable, "-m", "kzvn_analysis", *arguments],
        cwd=project.root, capture_output=True, text=True, check=False, timeout=300, **how,
    )  # fmt: skip


def change(project):
    """Something that makes another release, without a notebook to be run."""
    style = project.report / "style.css"
    style.write_text(style.read_text() + "\np { color: #123; }\n")


def state(project):
    """The releases with the bytes of each file, and where `latest` leads."""
    out = project.releases
    files = {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    return files, os.readlink(out / "latest")


def fails_with(run, *words):
    """One line that says what and where."""
    assert run.returncode == 1, run.stdout + run.stderr
    *_, last = run.stderr.splitlines()
    assert last.startswith("kzvn: ") and run.stderr.count("kzvn: ") == 1 and "Traceback" not in run.stderr, run.stderr
    assert all(word in last for word in words), last


def succeeds(project, before):
    """The next run makes a release, and the earlier one stands as it was."""
    render(project.root / "seeds", project.releases, engine="embedded", project=project)
    files, latest = state(project)
    assert before[0].items() <= files.items() and latest != before[1]
    assert release.is_whole(project.releases / latest)
    assert not list(project.releases.glob(".*"))


@contextmanager
def small_disk(place: Path, *options: str):
    """A file system of its own at `place`."""
    place.mkdir(exist_ok=True)
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(place)],
        capture_output=True, text=True, check=False,
    ) if shutil.which("mount") else None  # fmt: skip
    if mount is None or mount.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path, left: int) -> Path:
    """Leave so many bytes of the disk."""
    heap = place / "heap"
    about = os.statvfs(place)
    heap.write_bytes(bytes(max(about.f_bavail * about.f_bsize - left, 0)))
    return heap


def test_a_full_disk(made, tmp_path):
    with small_disk(tmp_path / "disk", "size=60m"):
        shutil.copytree(made.root, tmp_path / "disk" / "p", symlinks=True)
        project = Project(tmp_path / "disk" / "p")
        before = state(project)
        change(project)
        heap = fill(tmp_path / "disk", 0)
        fails_with(kzvn(project, "render", "--engine", "embedded"), "No space left on device", "free space")
        assert state(project) == before
        fails_with(kzvn(project, "parse", "--out", "tables"), "tables", "No space left on device")
        heap.unlink()
        succeeds(project, before)


def test_a_disk_that_is_full_when_half_a_release_is_written(copy):
    before, aside = state(copy), copy.root / "aside"
    change(copy)
    copy.releases.rename(aside)
    with small_disk(copy.releases, "size=60m"):
        shutil.copytree(aside, copy.releases, symlinks=True, dirs_exist_ok=True)
        heap = fill(copy.releases, 100_000)
        fails_with(
            kzvn(copy, "render", "--engine", "embedded"),
            "briefings: the release can't be written (No space left on device)", "earlier releases are untouched",
        )  # fmt: skip
        heap.unlink()
        assert state(copy) == before
        succeeds(copy, before)


@pytest.mark.parametrize("part", ["_build", "briefings"])
def test_a_folder_that_is_read_only(copy, part):
    before = state(copy)
    change(copy)
    folder, aside = copy.root / part, copy.root / "aside"
    if os.geteuid():
        folders = [folder, *(path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink())]
        for path in folders:
            path.chmod(0o555)
        fails_with(kzvn(copy, "render", "--engine", "embedded"), part, "Permission denied", "permissions")
        for path in folders:
            path.chmod(0o755)
    else:  # the superuser writes into it all the same
        folder.rename(aside)
        with small_disk(folder, "size=60m"):
            shutil.copytree(aside, folder, symlinks=True, dirs_exist_ok=True)
            subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
            fails_with(kzvn(copy, "render", "--engine", "embedded"), part, "Read-only file system", "permissions")
            assert state(copy) == before
        folder.rmdir()
        aside.rename(folder)
    assert state(copy) == before
    succeeds(copy, before)


# Twenty years back: for everything in the process where there is a C compiler, else as Python's module `time` tells it.
BACK = 20 * 365 * 86_400
SHIFTED_C = f"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
int clock_gettime(clockid_t clock, struct timespec *at) {{
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(clock, at);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) at->tv_sec -= {BACK};
    return failed;
}}
time_t time(time_t *at) {{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return at ? (*at = now.tv_sec) : now.tv_sec;
}}
int gettimeofday(struct timeval *at, void *zone) {{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}}
"""
SHIFTED_PYTHON = f"""
import time
for name, much in (("time", {BACK}), ("time_ns", {BACK} * 10**9)):
    setattr(time, name, lambda real=getattr(time, name), much=much: real() - much)
for name in ("localtime", "gmtime", "ctime"):
    setattr(time, name, lambda at=None, real=getattr(time, name): real(time.time() if at is None else at))
"""


def clock_set_back(folder: Path) -> dict[str, str]:
    """An environment in which it is twenty years ago."""
    folder.mkdir()
    compiler = shutil.which("cc")
    if compiler and sys.platform == "linux":
        (folder / "back.c").write_text(SHIFTED_C)
        command = [compiler, "-shared", "-fPIC", "-o", str(folder / "back.so"), str(folder / "back.c"), "-ldl"]
        if not subprocess.run(command, capture_output=True, check=False).returncode:
            return {**os.environ, "LD_PRELOAD": str(folder / "back.so")}
    (folder / "sitecustomize.py").write_text(SHIFTED_PYTHON)
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")])),
    }


def test_a_clock_that_was_set_back_makes_the_same_release(copy, tmp_path):
    before, environment = state(copy), clock_set_back(tmp_path / "clock")
    asked = [sys.executable, "-c", "import time; print(time.localtime().tm_year)"]
    year = int(subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout)
    assert year <= time.localtime().tm_year - 19
    change(copy)
    write_notebook(copy.notebook("visit_cadence"), [cell_for("visits-findings") + "  # again"])
    shutil.copytree(copy.root, tmp_path / "right", symlinks=True)
    run = kzvn(copy, "render", "--engine", "embedded", env=environment)
    assert run.returncode == 0, run.stderr
    right = Project(tmp_path / "right")
    succeeds(right, before)
    assert state(copy) == state(right)


def test_a_kernel_that_is_killed_in_the_middle_of_a_notebook(copy):
    before, flag = state(copy), copy.root / "begun"
    hangs = f"open({str(flag)!r}, 'w').write(str(__import__('os').getpid()))\nimport time; time.sleep(300)"
    whole = copy.notebook("visit_cadence").read_bytes()
    write_notebook(copy.notebook("visit_cadence"), ["#| label: first\n1", f"#| label: visits-findings\n{hangs}"])
    run = subprocess.Popen(
        [sys.executable, "-m", "kzvn_analysis", "render", "--engine", "embedded"],
        cwd=copy.root, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    end = time.monotonic() + 120
    while not (flag.exists() and flag.read_text()) and time.monotonic() < end:
        time.sleep(0.05)
    os.kill(int(flag.read_text()), signal.SIGKILL)
    said = run.communicate(timeout=60)[1]
    fails_with(
        subprocess.CompletedProcess([], run.returncode, "", said),
        "notebooks/visit_cadence.ipynb, visits-findings: the kernel died",
    )
    assert state(copy) == before
    copy.notebook("visit_cadence").write_bytes(whole)
    change(copy)
    succeeds(copy, before)


@linux
def test_a_notebook_that_asks_for_too_much_memory_is_stopped_at_its_cell(tmp_path):
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), ["#| label: first\n1", "#| label: greedy\nheap = bytearray(8 << 30)"])
    task = notebooks.plan(project, "evidence", {}, {})
    with pytest.raises(KzvnError) as raised:
        notebooks.run_notebooks(project, [task])
    assert str(raised.value) == (
        "notebooks/evidence.ipynb, greedy: the notebook was stopped here, where it asked for more than 4096 MiB of"
        " memory. Look at this cell, or allow more with KZVN_NOTEBOOK_MEMORY."
    )


def test_a_release_without_a_clipping_that_was_given_up_has_a_name_of_its_own(copy, monkeypatch):
    before, clippings = state(copy), sorted((copy.root / "seeds").glob("*.txt"))
    for kind in ("clipping", "tables"):
        shutil.rmtree(copy.build / "cache" / kind)
    whole = clipping.read

    def greedy(article):
        if article.path == clippings[0].name:
            raise MemoryError
        return whole(article)

    with monkeypatch.context() as patch:
        patch.setattr(clipping, "read", greedy)
        poor = render(copy.root / "seeds", copy.releases, engine="embedded", project=copy)
    assert poor.version != before[1]
    assert json.loads((poor.folder / "manifest.json").read_text())["given_up"] == [clippings[0].name]
    assert "reading it took more than 1024 MiB" in (poor.folder / "tables" / "unread.csv").read_text()
    again = render(copy.root / "seeds", copy.releases, engine="embedded", project=copy)
    assert again.version == before[1] and state(copy)[1] == before[1]


class PanicException(BaseException):
    """What Typst raises where its makers made a mistake, by its name."""


@pytest.mark.parametrize("how", ["template", "panic"])
def test_a_typst_that_fails_is_told_and_leaves_the_release(copy, monkeypatch, how):
    before, template = state(copy), copy.report / "typst" / "template.typ"
    whole = template.read_text()
    change(copy)
    if how == "template":
        template.write_text(whole + '\n#panic("not today")\n')
    else:

        def panic(*_, **__):
            raise PanicException("not today")

        monkeypatch.setattr("typst.compile_with_warnings", panic)
    with pytest.raises(KzvnError, match="Typst could not set the PDF: .*not today"):
        render(copy.root / "seeds", copy.releases, engine="embedded", project=copy)
    assert state(copy) == before
    if how == "template":
        template.write_text(whole)
        succeeds(copy, before)


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo out of order >&2; exit 64", "Pandoc ended with code 64: out of order"),
        ("kill -9 $$", "Pandoc ended with code -9: no message"),
        ("exec sleep 300", "Pandoc did not end within 2 seconds and was stopped"),
    ],
)
def test_a_pandoc_that_fails_is_told_and_leaves_the_release(copy, tmp_path, monkeypatch, script, says):
    before = state(copy)
    change(copy)
    (tmp_path / "pandoc").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "pandoc").chmod(0o755)
    monkeypatch.setenv("KZVN_PROGRAM_SECONDS", "2")
    monkeypatch.setattr("kzvn_analysis.briefing.pandoc.program", lambda: str(tmp_path / "pandoc"))
    monkeypatch.setattr("kzvn_analysis.briefing.pandoc.version", lambda: "3.9")
    with pytest.raises(KzvnError, match=says):
        render(copy.root / "seeds", copy.releases, engine="embedded", project=copy)
    assert state(copy) == before


def test_two_projects_that_release_into_one_folder_at_once(copy, tmp_path):
    shutil.copytree(copy.root, tmp_path / "other", symlinks=True)
    other = Project(tmp_path / "other")
    change(copy)
    (other.report / "style.css").write_text("p { color: #321; }\n")
    out = tmp_path / "out"
    render_there = [sys.executable, "-m", "kzvn_analysis", "render", "--engine", "embedded", "--out", str(out)]
    parse_there = [sys.executable, "-m", "kzvn_analysis", "parse", "seeds", "--out", str(tmp_path / "tables")]
    runs = [
        subprocess.Popen(command, cwd=project.root, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for command in (render_there, parse_there)
        for project in (copy, other)
    ]
    for run in runs:
        said = run.communicate(timeout=300)
        assert run.returncode == 0, said
    found = sorted(path.name for path in out.iterdir())
    assert len(found) == 3 and found[2] == "latest" and os.readlink(out / "latest") in found
    assert all(release.is_whole(out / name) for name in found[:2])
    assert len(kz.load(tmp_path / "tables").articles) == 2
    assert not list((tmp_path / "tables").glob(".*"))
