"""Kill the program at random moments and look what is left: ``python tests/faults.py --count 100 --seed 1``.

Three kinds of work are killed: ``parse``, ``render``, and the writing of releases by itself.  After each kill the
releases must be whole, ``latest`` must lead to one of them, nothing that the run started may go on, and the same
command must succeed with nothing tidied up by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from briefing_project import make_short_project

import kzvn_analysis as kz
from kzvn_analysis.briefing import release
from kzvn_analysis.briefing.project import Project
from kzvn_analysis.reconcile import reconcile
from kzvn_analysis.tables import table_files

KINDS = ("parse", "render", "release")
_PATIENCE = 60  # seconds that what a killed run has started may take to end
_AGAIN = 0.25  # how often a killed run is followed by another that is killed too
_WRITES = """
import sys
from pathlib import Path
from kzvn_analysis.briefing import release
out, source = map(Path, sys.argv[1:3])
files = {p.relative_to(source).as_posix(): p.read_bytes() for p in source.rglob("*") if p.is_file()}
files.pop(release.SUMS)
for number in range(int(sys.argv[3]), int(sys.argv[4])):
    release.write_release(out, f"2026-03-01-{number % 7:08x}", {**files, "number": b"%d" % number})
    (out / f"2026-03-01-{(number - 3) % 7:08x}" / "number").unlink(missing_ok=True)  # a broken one, to be replaced
"""


class Trial:
    """A project with one whole release, and what is done to it.

    Parameters
    ----------
    folder
        Empty but for what this makes: project, tables and a temporary folder of their own.
    seed
        The same seed gives the same changes and moments.
    project
        One with a release; by default it is made.
    """

    def __init__(self, folder: Path, seed: int, project: Project | None = None) -> None:
        self.pick, self.round = random.Random(seed), 0
        self.project = project or make_short_project(folder / "p")
        self.out, self.tables = self.project.releases, folder / "tables"
        self.temporary = folder / "t"
        self.temporary.mkdir()
        self.lasts = {"render": 2.5, "parse": 1.5, "release": 1.0}  # seconds, until it is known; of renders by change
        self.work = ""
        self.kills: Counter[tuple[str, str]] = Counter()
        for kind in ("parse",) if project else ("render", "parse"):
            self._whole_run(kind)
        self.known = {path.name: _digest(path) for path in release.releases(self.out)}

    def kill_once(self, kind: str) -> None:
        """Do something that needs work, kill it, look at what is left, and do it again to its end."""
        self.round += 1
        self._change(kind)
        self._killed_run(kind)
        self._look()
        if self.pick.random() >= _AGAIN:
            self._whole_run(kind)
            self._look(after=kind)

    def finish(self) -> None:
        """What was killed last is done to its end, and the newest release can be made again byte for byte."""
        self._whole_run("render")
        self._look(after="render")
        verified = self._start("verify")
        assert verified.wait(600) == 0, self._said()

    def _change(self, kind: str) -> None:
        clipping = self.pick.choice(sorted((self.project.root / "seeds").glob("*.txt")))
        style, notebook = self.project.report / "style.css", self.project.notebook("visit_cadence")
        what = self.pick.choice([clipping, style, notebook]) if kind == "render" else clipping
        text = what.read_text(encoding="utf-8")
        if what == clipping:
            text += f"\nKazakhstan and Vietnam traded goods worth ${self.round + 7} million in 2021.\n"
        elif what == style:
            text += f"\n.round-{self.round} {{ color: #123; }}\n"
        else:
            text = text.replace("floor = ", f"# {self.round}\\nfloor = ", 1)
        what.write_text(text, encoding="utf-8")
        self.work = f"{kind} {what.suffix}" if kind == "render" else kind

    def _start(self, kind: str) -> subprocess.Popen:
        kzvn = [sys.executable, "-m", "kzvn_analysis"]
        command = {
            "parse": [*kzvn, "parse", "--out", str(self.tables), "-v"],
            "render": [*kzvn, "render", "--engine", "embedded", "-v"],
            "verify": [*kzvn, "verify", "-v"],
            "release": [sys.executable, "-c", _WRITES, str(self.out), str((self.out / "latest").resolve())]
            + [str(1000 * self.round), str(1000 * self.round + 1000)],
        }[kind]
        with (self.temporary.parent / "said").open("wb") as said:
            return subprocess.Popen(
                command, cwd=self.project.root, env={**os.environ, "TMPDIR": str(self.temporary)},
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
            )  # fmt: skip

    def _said(self) -> str:
        return (self.temporary.parent / "said").read_text(encoding="utf-8")

    def _killed_run(self, kind: str) -> None:
        run = self._start(kind)
        try:
            run.wait(self.pick.uniform(0.05, 1.0) * self.lasts.get(self.work, self.lasts[kind]))
        except subprocess.TimeoutExpired:
            run.kill()
        reached = "ended before"
        if run.wait() == -signal.SIGKILL:
            steps = [line.split("  ")[0] for line in self._said().splitlines() if line and not line.startswith(" ")]
            reached = f"after “{steps[-1]}”" if steps else "before the first step"
        self.kills[kind, reached] += 1
        end = time.monotonic() + _PATIENCE
        while left := self._processes():
            assert time.monotonic() < end, f"go on after a kill: {left}"
            time.sleep(0.05)

    def _whole_run(self, kind: str) -> None:
        began = time.monotonic()
        if kind == "release":
            source = (self.out / "latest").resolve()
            files = {p.relative_to(source).as_posix(): p.read_bytes() for p in source.rglob("*") if p.is_file()}
            files.pop(release.SUMS)
            release.write_release(self.out, f"2026-03-02-{self.round:08x}", {**files, "number": b""})
            return
        run = self._start(kind)
        assert run.wait(600) == 0, self._said()
        self.lasts[self.work or kind] = time.monotonic() - began

    def _look(self, *, after: str = "") -> None:
        """Every release is whole and as it was; `latest` leads to one; nothing half made is to be seen."""
        seen = {path.name for path in self.out.iterdir() if not path.name.startswith(".")}
        assert "latest" in seen and os.path.islink(self.out / "latest")
        assert os.readlink(self.out / "latest") in seen
        for name in seen - {"latest"}:
            spoiled = name.startswith("2026-03-01")  # these are broken on purpose, one after the other
            assert spoiled or release.is_whole(self.out / name), f"{name} is half made"
            digest = _digest(self.out / name)
            assert spoiled or self.known.setdefault(name, digest) == digest, f"{name} is another one"
        assert {name for name in self.known if not name.startswith("2026-03-01")} <= seen
        latest = (self.out / "latest").resolve()
        assert release.is_whole(latest), f"latest leads to {latest.name}, which is half made"
        assert (latest / "briefing.html").read_bytes().rstrip().endswith(b"</html>")
        assert (latest / "briefing.pdf").read_bytes().rstrip().endswith(b"%%EOF")
        kz.load(self.tables)  # each table is a whole file
        if after in ("render", "release"):
            assert not [path for path in self.out.iterdir() if path.name.startswith(".")]
        if after in ("render", "parse"):
            self._look_at_tables(self.tables if after == "parse" else self.project.tables)

    def _look_at_tables(self, folder: Path) -> None:
        """What a finished run left is what reading all clippings afresh gives."""
        afresh = kz.parse(kz.read_seeds(self.project.root / "seeds"))
        wanted = table_files({**afresh, **reconcile(afresh)})
        assert {path.name: path.read_bytes() for path in folder.glob("[a-z]*")} == wanted

    def _processes(self) -> list[str]:
        """What runs with this trial's temporary folder in its environment."""
        mark, found = f"TMPDIR={self.temporary}".encode(), []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (place / "environ").read_bytes().split(b"\0") and int(place.name) != os.getpid():
                    found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode())
            except OSError:
                continue  # it has ended, or is somebody else's
        return found


def _digest(folder: Path) -> str:
    """Of the names and bytes of everything in a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        total.update(repr(path.relative_to(folder)).encode())
        total.update(path.read_bytes() if path.is_file() else b"")
    return total.hexdigest()


def main() -> None:
    """Kill as often as is asked for, and tell where the runs were then."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--count", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="kzvn-faults-") as folder:
        trial = Trial(Path(folder), given.seed)
        while sum(n for (_, reached), n in trial.kills.items() if reached != "ended before") < given.count:
            trial.kill_once(trial.pick.choice(given.kinds))
            if trial.round % 10 == 0:
                print(f"{trial.round} runs", flush=True)
        trial.finish()
        for (kind, reached), count in sorted(trial.kills.items()):
            print(f"{count:4} × {kind}, {reached}")
        print(f"{trial.round} runs with seed {given.seed}: whatever was killed, all releases stayed whole")


if __name__ == "__main__":
    main()
