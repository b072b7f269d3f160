"""Let Quarto set the document: find it, check it, run it on the project, take what it made.

Quarto's exit code says little: it stays 0 after a reference that leads nowhere.  What it prints is read, too.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from ..errors import KzvnError
from .project import Project

OLDEST = (1, 5)
PREPARED = "KZVN_PREPARED"  # tells the pre-render command that tables and notebooks are there already
_ANSWER = 60  # seconds `quarto --version` may take
_COMPLAINTS = re.compile(
    r"unable to resolve crossref|unresolved (?:cross)?ref|could not (?:find|resolve)|citation .* not found|"
    r"undefined (?:cross-?)?reference|unable to (?:embed|find|locate)|failed to (?:embed|resolve)",
    re.IGNORECASE,
)
_PATHS = re.compile(r'\s+data-(?:notebook|notebook-title|notebook-cellid)="[^"]*"', re.IGNORECASE)


def find() -> str | None:
    """Path of the program ``quarto``, if it is on the PATH."""
    return shutil.which("quarto")


def check() -> str:
    """Quarto's version.

    Raises
    ------
    KzvnError
        There is none on the PATH, it does not answer, or it is too old.
    """
    program = find()
    if program is None:
        raise KzvnError("quarto_missing")
    try:
        run = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=_ANSWER, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise KzvnError("quarto_silent", program=program, why=error) from None
    match = re.search(r"\d+(?:\.\d+)+", run.stdout)
    if run.returncode or not match:
        raise KzvnError("quarto_silent", program=program, why=_last_words(run.stdout + run.stderr))
    if tuple(map(int, match[0].split(".")[:2])) < OLDEST:
        raise KzvnError("quarto_old", version=match[0], oldest=".".join(map(str, OLDEST)))
    return match[0]


def render(project: Project, *, version: str, as_of: str) -> tuple[str, bytes]:
    """Run ``quarto render`` on the project, whose notebooks are executed already.

    Returns
    -------
    (str, bytes)
        The HTML and the PDF.

    Raises
    ------
    KzvnError
        Quarto ended with an error, warned of something unresolved, or made no file.
    """
    made = {kind: project.build / "quarto" / "report" / f"briefing.{kind}" for kind in ("html", "pdf")}
    for path in made.values():
        path.unlink(missing_ok=True)
    run = subprocess.run(
        [find() or "quarto", "render", "-M", f"version:{version}"],
        cwd=project.root,
        env=_environment(version, as_of),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = _plain(run.stdout.decode("utf-8", "replace"))
    if run.returncode:
        raise KzvnError("quarto_failed", code=run.returncode, why=_last_words(said))
    complaint = next((line.strip() for line in said.splitlines() if _COMPLAINTS.search(line)), None)
    if complaint:
        raise KzvnError("quarto_warned", why=complaint)
    for path in made.values():
        if not path.is_file() or not path.stat().st_size:
            raise KzvnError("quarto_no_output", path=project.shown(path))
    return _without_paths(made["html"].read_text(encoding="utf-8"), project), made["pdf"].read_bytes()


def _without_paths(html: str, project: Project) -> str:
    """The page without the places of the notebooks on this machine, which Quarto writes beside each embed."""
    html = _PATHS.sub("", html)
    for path in {str(project.root), os.path.realpath(project.root)}:
        if path in html:
            raise KzvnError("quarto_path", path=path)
    return html


def _environment(version: str, as_of: str) -> dict[str, str]:
    scripts = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")]),
        "QUARTO_PYTHON": sys.executable,
        PREPARED: version,
        # A fixed day for the files that Typst dates.
        "SOURCE_DATE_EPOCH": str(_epoch(as_of)),
        "NO_COLOR": "1",
    }


def _epoch(day: str) -> int:
    import datetime

    return int(datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC).timestamp())


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def _last_words(text: str) -> str:
    lines = [line.strip() for line in _plain(text).splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"ERROR|error:", line)]
    return " ".join(errors[:1] or lines[-1:]) or "no message"
