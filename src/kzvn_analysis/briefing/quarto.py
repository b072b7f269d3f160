"""Let Quarto set the document: find it, check it, run it on the project, take what it made.

Quarto's exit code says little: it stays 0 after a reference that leads nowhere.  What it prints is read, too.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import KzvnError, message
from ..limits import cost
from .project import Project
from .store import Store, digest_of

OLDEST = (1, 5)
PREPARED = "KZVN_PREPARED"  # tells the pre-render command that tables and notebooks are there already
_ANSWER = 60  # seconds `quarto --version` may take
# "WARN: …" of Quarto's, "WARNING (file:line) …" of its filters', "[WARNING] …" of Pandoc's, "warning: …" of Typst's,
# which can stand on the line that says what is being done.
_WARNING = re.compile(
    r"(?:.*\.\.\.)?\[?warn(?:ing)?\b\]?(?: \([^)]*\))?:?\s*(?P<words>\S.*)", re.IGNORECASE
)
# Warnings after which something is missing from the document, or stands there wrong.
_BROKEN = re.compile(
    r"unable to resolve crossref|unresolved|could not (?:find|resolve|fetch|load|parse|convert|determine)|"
    r"(?:citation|shortcode) .*not found|unable to (?:embed|find|locate|parse|read)|undefined|"
    r"failed to (?:embed|resolve|load|read|write)|floatreftarget|without content|no content|duplicate|"
    r"likely going to be incorrect|layout did not converge|skipping|ignor(?:ing|ed)|unknown meta key",
    re.IGNORECASE,
)


def find() -> str | None:
    """Path of the program ``quarto``, if it is on the PATH."""
    return shutil.which("quarto")


def check(store: Store | None = None) -> str:
    """Quarto's version; what a program answered stays in `store` until its file is another.

    Raises
    ------
    KzvnError
        There is none on the PATH, it does not answer, or it is too old.
    """
    program = find()
    if program is None:
        raise KzvnError("quarto_missing")
    store = store or Store(None)
    try:
        path = os.path.realpath(program)
        about = os.stat(path)
        key = digest_of(path=path, size=about.st_size, changed=about.st_mtime_ns)
        version = store.get_json("quarto", key)
        if not isinstance(version, str):
            version = _ask(program)
            store.put_json("quarto", key, version)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise KzvnError("quarto_silent", program=program, why=error) from None
    if tuple(map(int, version.split(".")[:2])) < OLDEST:
        raise KzvnError("quarto_old", version=version, oldest=".".join(map(str, OLDEST)))
    return version


def _ask(program: str) -> str:
    run = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=_ANSWER, check=False)
    match = re.search(r"\d+(?:\.\d+)+", run.stdout)
    if run.returncode or not match:
        raise KzvnError("quarto_silent", program=program, why=_last_words(_plain(run.stdout + run.stderr)))
    return match[0]


def render(
    project: Project, *, version: str, as_of: str, note: Callable[[str], None] = lambda _: None
) -> tuple[str, bytes]:
    """Run ``quarto render`` on the project, whose notebooks are executed and whose ``_build/ready`` is filled.

    Parameters
    ----------
    project
    version, as_of
        The release's name and day.
    note
        Told of each thing that Quarto warns of.

    Returns
    -------
    (str, bytes)
        The HTML and the PDF.

    Raises
    ------
    KzvnError
        Quarto ended with an error or did not end, warned of something broken, or made no file.
    """
    made = {kind: project.output / f"{project.source.stem}.{kind}" for kind in ("html", "pdf")}
    for path in made.values():
        path.unlink(missing_ok=True)
    try:
        code, said = _run([find() or "quarto", "render"], project.root, _environment(version, as_of))
    finally:
        sweep(project)
    if code:
        raise KzvnError("quarto_failed", code=code, why=_last_words(said))
    for warning in dict.fromkeys(_warnings(said)):
        if _BROKEN.search(warning):
            raise KzvnError("quarto_warned", why=warning)
        note(message("quarto_remark", what=warning))
    for path in made.values():
        if not path.is_file() or not path.stat().st_size:
            raise KzvnError("quarto_no_output", path=project.shown(path))
    html = made["html"].read_text(encoding="utf-8")
    for place in {str(project.root), os.path.realpath(project.root)}:
        if place in html:
            raise KzvnError("quarto_path", path=place)
    return html, made["pdf"].read_bytes()


def sweep(project: Project) -> None:
    """Take away what a Quarto that was stopped left beside the document."""
    for path in project.litter:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Exit code and what was printed.  A run that does not end is stopped with all that it has started."""
    limit = cost("quarto_seconds")
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise KzvnError("quarto_silent", program=command[0], why=error) from None
    try:
        said, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        raise KzvnError("quarto_hangs", seconds=f"{limit:g}") from None
    finally:
        if process.poll() is None:
            _stop(process)
    return process.returncode, _plain(said.decode("utf-8", "replace"))


def _stop(process: subprocess.Popen) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _environment(version: str, as_of: str) -> dict[str, str]:
    scripts = str(Path(sys.executable).parent)
    # A profile of the user's would make another document from the same inputs.
    kept = {name: value for name, value in os.environ.items() if name != "QUARTO_PROFILE"}
    return {
        **kept,
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")]),
        "QUARTO_PYTHON": sys.executable,
        PREPARED: version,
        # A fixed day for the files that Typst dates.
        "SOURCE_DATE_EPOCH": str(
            int(datetime.datetime.fromisoformat(as_of).replace(tzinfo=datetime.UTC).timestamp())
        ),
        "NO_COLOR": "1",
    }


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)


def _warnings(said: str) -> Iterator[str]:
    for line in said.splitlines():
        match = _WARNING.match(line)
        if match:
            yield match["words"].strip()


def _last_words(text: str) -> str:
    """The first line that tells of an error, else the last one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(?:ERROR|error:|Error\b)", line)]
    return " ".join(errors[:1] or lines[-1:]) or "no message"
