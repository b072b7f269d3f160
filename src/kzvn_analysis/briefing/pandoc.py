"""Call the Pandoc that its wheel brings along, whatever else is on the machine."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..errors import KzvnError
from ..limits import cost


def pandoc(arguments: Sequence[str], text: str, *, folder: Path) -> str:
    """Run Pandoc in `folder` on `text` and return what it writes.

    Raises
    ------
    KzvnError
        Pandoc failed, or did not end; holds its message.
    """
    limit = cost("program_seconds")
    try:
        run = subprocess.run(
            [program(), "--data-dir", os.devnull, *arguments],
            input=text.encode("utf-8"),
            cwd=folder,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            timeout=limit,
        )
    except subprocess.TimeoutExpired:
        raise KzvnError("pandoc_hangs", seconds=f"{limit:g}") from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").split()
        raise KzvnError("pandoc_failed", code=run.returncode, why=" ".join(said) or "no message")
    return run.stdout.decode("utf-8")


def pandoc_json(arguments: Sequence[str], text: str, *, folder: Path) -> dict:
    """Like `pandoc`, for output that is JSON."""
    return json.loads(pandoc(arguments, text, folder=folder))


@cache
def program() -> str:
    """Path of the program in the wheel ``pypandoc_binary``."""
    if (path := bundled()) is not None:
        return str(path)
    import pypandoc

    return pypandoc.get_pandoc_path()


@cache
def bundled() -> Path | None:
    """Path of the wheel's program, where the wheel that is installed brings one."""
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    path = Path(spec.origin).parent / "files" / name if spec and spec.origin else None
    return path if path and path.is_file() else None


@cache
def version() -> str:
    """Version of that program."""
    run = subprocess.run([program(), "--version"], capture_output=True, check=False, text=True)
    if run.returncode or not run.stdout.startswith("pandoc"):
        raise KzvnError("pandoc_failed", code=run.returncode, why=" ".join(run.stderr.split()) or "no message")
    return run.stdout.split()[1]
