"""What Quarto finds ready in ``_build/ready``, beside the executed notebooks.

``_quarto.yml``, the filter ``embeds.lua`` and ``attachments.typ`` read it, so that a plain ``quarto render`` sets
what the embedded engine sets: the release's name, the files inside the PDF, the fonts, and which letters these have.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from .pdf import SCRIPTS, SHORT, attach_lines, font_folders, letters
from .project import Project

_RELEASE = "release.json"


def put_ready(project: Project, *, version: str, as_of: str, attachments: Mapping[str, tuple[bytes, str]]) -> None:
    """Write everything that Quarto reads besides the notebooks.

    Parameters
    ----------
    project
        Its folder ``_build/ready`` is made anew.
    version, as_of
        The release's name and day.
    attachments
        Bytes and description of each file to attach to the PDF, by name.
    """
    folder = project.ready
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "fonts").mkdir(parents=True)
    for name, (data, _) in attachments.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    lines = attach_lines(attachments, inside=f"/{(folder / 'files').relative_to(project.root).as_posix()}")
    (folder / "attachments.typ").write_text("\n".join(lines), encoding="utf-8")
    for file in _fonts():
        shutil.copyfile(file, folder / "fonts" / file.name)
    known = {"drawn": _ranges(letters()), "scripts": SCRIPTS, "short": SHORT}
    (folder / "setting.json").write_text(json.dumps(known), encoding="utf-8")
    # Last, since it says that all of it is there.
    (folder / _RELEASE).write_text(json.dumps({"version": version, "as-of": as_of}), encoding="utf-8")


def version(project: Project) -> str | None:
    """Name of the release that all this and the executed notebooks were made for; None if not all of it is there."""
    try:
        return json.loads((project.ready / _RELEASE).read_text(encoding="utf-8"))["version"]
    except (OSError, ValueError, KeyError):
        return None


def _fonts() -> Iterable[Path]:
    ours, matplotlibs = font_folders()
    yield from sorted(ours.glob("*.ttf"))
    yield from sorted(matplotlibs.glob("DejaVuSans*.ttf"))


def _ranges(numbers: Iterable[int]) -> list[list[int]]:
    """Runs of consecutive numbers, as first and last of each."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs
