"""Make a release again from what its manifest names, without the cache, and look for the first byte that differs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from ..errors import KzvnError, UsageError, message
from . import earlier, engines
from .inputs import read_inputs
from .pipeline import render
from .progress import Progress
from .project import PROJECT_FILE, Project, find_project
from .scratch import scratch
from .store import Store

_SHOWN = 3  # of the inputs that are not at hand, how many are named


def verify(
    name: str, out: Path, seeds: Path, *, progress: Progress | None = None, project: Project | None = None
) -> str | None:
    """Rebuild a release aside and compare it file by file; neither the release nor ``latest`` is touched.

    Parameters
    ----------
    name
        A version, ``latest``, or a release's folder.
    out, seeds
        Folder of releases; folder of the clippings.
    progress
        Told of each step.
    project
        The checkout; by default the one that the working folder lies in.

    Returns
    -------
    str or None
        The first difference in words: file and offset; ``None`` if every byte is the same.

    Raises
    ------
    KzvnError
        There is no such release, or what it was made from is not at hand: names the files and tools.
    """
    progress, project = progress or Progress(), project or find_project()
    folder = out / name if (out / name).is_dir() else Path(name)
    manifest = _read_manifest(folder)
    _check_inputs(manifest, project, seeds)
    earlier.read_files(out, manifest)  # raises if the release that this one is compared with is not as it was
    with scratch() as aside:
        if before := manifest.get(earlier.KEY):
            shutil.copytree(out / before["version"], aside / "out" / before["version"])
        again = render(
            seeds,
            aside / "out",
            engine=manifest["engine"]["name"],
            parameters=manifest["parameters"],
            progress=progress,
            project=_copy(project, aside / "project"),
            latest=False,
            cache=False,
        )
        return _first_difference(folder, again.folder)


def _read_manifest(folder: Path) -> Mapping:
    if not folder.is_dir():
        raise UsageError("verify_no_release", path=folder)
    path = folder / "manifest.json"
    try:
        manifest = json.loads(path.read_bytes())
        shape = {key: type(manifest[key]) for key in ("inputs", "tools", "parameters", "engine")}
        if shape != {"inputs": list, "tools": dict, "parameters": dict, "engine": dict}:
            raise ValueError("an entry is missing")
        files = [(entry["path"], entry["sha256"]) for entry in manifest["inputs"]]
        texts = [*manifest["tools"].values(), manifest["engine"]["name"], manifest["engine"]["version"]]
        if not all(isinstance(text, str) for text in (*chain.from_iterable(files), *texts)):
            raise ValueError("an entry is no text")
        return manifest
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError("verify_manifest", path=path, why=error) from None


def _check_inputs(manifest: Mapping, project: Project, seeds: Path) -> None:
    """Raise if files or tools are others than those that the release was made with."""
    here = read_inputs(project, seeds, Store(None))
    engine, _ = engines.choose(manifest["engine"]["name"], here.environment.tools)
    made_with = {f"{manifest['engine']['name']} engine": manifest["engine"]["version"], **manifest["tools"]}
    there = {f"{engine['name']} engine": engine["version"], **here.environment.tools}
    files = {entry["path"]: entry["sha256"] for entry in manifest["inputs"]}
    odd = [
        message("verify_input", path=path, wanted=files.get(path, "-")[:12], found=here.files.get(path, "-")[:12])
        for path in sorted({*files, *here.files}, key=lambda path: (not path.startswith("seeds/"), path))
        if files.get(path) != here.files.get(path)
    ]
    odd += [
        message("verify_tool", name=tool, wanted=made_with.get(tool, "-"), found=there.get(tool, "-"))
        for tool in sorted({*made_with, *there})
        if made_with.get(tool) != there.get(tool)
    ]
    if odd:
        more = [message("verify_more", count=len(odd) - _SHOWN)] if len(odd) > _SHOWN else []
        raise UsageError("verify_inputs", what="; ".join(odd[:_SHOWN] + more))


def _copy(project: Project, folder: Path) -> Project:
    """The sources of a checkout alone, so that its ``_build`` stays as it is."""
    hidden = shutil.ignore_patterns(".*")
    for part in (project.report, project.root / "notebooks"):
        shutil.copytree(part, folder / part.name, ignore=hidden)
    shutil.copy(project.root / PROJECT_FILE, folder)
    return Project(folder)


def _first_difference(one: Path, other: Path) -> str | None:
    names = {path.relative_to(base).as_posix() for base in (one, other) for path in base.rglob("*") if path.is_file()}
    for name in sorted(names):
        try:
            ours, theirs = (one / name).read_bytes(), (other / name).read_bytes()
        except FileNotFoundError:
            missing = not (one / name).is_file()
            return message("verify_missing" if missing else "verify_surplus", file=name)
        except OSError as error:
            raise KzvnError("file_io", path=error.filename, why=error.strerror or error) from None
        if ours != theirs:
            pairs = enumerate(zip(ours, theirs, strict=False))
            at = next((i for i, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
            return message("verify_differs", file=name, offset=at)
    return None
