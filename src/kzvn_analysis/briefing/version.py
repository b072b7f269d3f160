"""What a release is made from, and the name that follows from it.

The name is the as-of date and eight digits of a digest over every input: the clippings and what stands
beside them, the parameters, notebooks, report sources, the library's own code, the engine and the version of
every package that has a part.  The same inputs give the same name.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from ..errors import printable
from .pandoc import version as pandoc_version
from .project import NOTEBOOKS, PROJECT_FILE, Project

FORMAT = 1
_LIBRARY = Path(__file__).parent.parent


def make_manifest(
    project: Project, seeds: Path, *, as_of: str, parameters: Mapping[str, object], engine: Mapping[str, str]
) -> dict:
    """Everything that decides how a release comes out; the same on every machine and day.

    Parameters
    ----------
    project, seeds
        Where the inputs lie.  Their names in the manifest start at these folders.
    as_of
        The briefing's day, ``2026-02-18``.
    parameters
        Those given for this render.
    engine
        ``name`` and ``version``.

    Returns
    -------
    dict
        With the key ``version`` first.
    """
    made = {
        "format": FORMAT,
        "as_of": as_of,
        "engine": dict(engine),
        "parameters": dict(sorted(parameters.items())),
        "inputs": [{"path": name, "sha256": digest} for name, digest in sorted(_inputs(project, seeds))],
        "tools": tools(),
    }
    text = json.dumps(made, sort_keys=True, ensure_ascii=False)
    return {"version": f"{as_of}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}", **made}


def notebooks_digest(manifest: Mapping) -> str:
    """Digest of what decides how tables and notebooks come out: all of `manifest` but the document and its style."""
    inputs = [entry for entry in manifest["inputs"] if not entry["path"].startswith(("report/", PROJECT_FILE))]
    decides = [manifest["as_of"], manifest["parameters"], inputs, manifest["tools"]]
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def manifest_bytes(manifest: Mapping) -> bytes:
    """The manifest as the file ``manifest.json`` holds it."""
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def tools() -> dict[str, str]:
    """Version of Python, Pandoc and each package that this one needs to run, by name."""
    found: dict[str, str] = {}
    waiting = ["kzvn-analysis"]
    while waiting:
        name = waiting.pop()
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        key = _normal(package.metadata["Name"])
        if key not in found:
            found[key] = package.version
            waiting += _needed(package.requires or ())
    return {"python": platform.python_version(), "pandoc": pandoc_version(), **dict(sorted(found.items()))}


def _needed(requirements: Iterable[str]) -> list[str]:
    from packaging.requirements import Requirement

    parsed = (Requirement(text) for text in requirements)
    return [r.name for r in parsed if r.marker is None or r.marker.evaluate({"extra": ""})]


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _inputs(project: Project, seeds: Path) -> Iterable[tuple[str, str]]:
    """Names and digests.  A file of the seeds that is no clipping counts too: the briefing lists it as left out."""
    for path in seeds.iterdir():
        if not path.name.startswith("."):
            yield f"seeds/{printable(path.name)}", _digest(path)
    for name in NOTEBOOKS:
        yield f"notebooks/{name}.ipynb", _notebook_digest(project.notebook(name))
    yield PROJECT_FILE, _digest(project.root / PROJECT_FILE)
    for folder, prefix in ((project.report, "report"), (_LIBRARY, _LIBRARY.name)):
        for path in folder.rglob("*"):
            inside = path.relative_to(folder)
            hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
            litter = folder / inside.parts[0] in project.litter
            if path.is_file() and not hidden and not litter and path.suffix != ".pyc":
                yield f"{prefix}/{inside.as_posix()}", _digest(path)


def _digest(path: Path) -> str:
    """Digest of a file's bytes; empty for what is no readable file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""


def _notebook_digest(path: Path) -> str:
    """Digest of what a notebook says: "Run All" leaves outputs and counts behind, which decide nothing."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        said = [(c["cell_type"], "".join(c["source"]), c["metadata"].get("tags", [])) for c in cells]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _digest(path)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
