"""The locked environment: which packages are installed, told by what their installation recorded of itself."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .pandoc import bundled
from .store import Store, digest_of

_RECORDS = ("RECORD", "METADATA", "PKG-INFO")  # the first that is there; RECORD holds digests of all files
_KINDS = (".dist-info", ".egg-info")


@dataclass(frozen=True, slots=True)
class Environment:
    """What runs the program.

    Attributes
    ----------
    digest : str
        Changes with every package that is installed, renewed or removed, and with the interpreter.
    tools : dict
        Version of Python, Pandoc and each package that this one needs to run, by name.
    """

    digest: str
    tools: dict[str, str]


def read_environment(store: Store) -> Environment:
    """Tell the environment; the slow part, asking every package for its needs, is kept in `store`."""
    digest = _digest()
    if bundled() is None:  # a Pandoc of the machine's own can change without a trace
        found = tools()
        return Environment(digest_of(packages=digest, pandoc=found["pandoc"]), found)
    found = store.get_json("tools", digest)
    if not isinstance(found, dict):
        found = tools()
        store.put_json("tools", digest, found)
    return Environment(digest, found)


def tools() -> dict[str, str]:
    """Version of Python, Pandoc and each package that this one needs to run, by name."""
    from importlib import metadata

    from .pandoc import version as pandoc_version

    found: dict[str, str] = {}
    waiting = ["kzvn-analysis"]
    while waiting:
        name = waiting.pop()
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        key = package.metadata["Name"].lower().replace("_", "-").replace(".", "-")
        if key not in found:
            found[key] = package.version
            waiting += _needed(package.requires or ())
    return {"python": platform.python_version(), "pandoc": pandoc_version(), **dict(sorted(found.items()))}


def _needed(requirements: Iterable[str]) -> list[str]:
    from packaging.requirements import Requirement

    parsed = (Requirement(text) for text in requirements)
    return [r.name for r in parsed if r.marker is None or r.marker.evaluate({"extra": ""})]


def _digest() -> str:
    packages = []
    for folder in dict.fromkeys(sys.path):
        try:
            names = sorted(entry.name for entry in os.scandir(folder or ".") if entry.name.endswith(_KINDS))
        except OSError:
            continue
        packages += [[name, _record(Path(folder, name))] for name in names]  # the first of a name is the one in use
    return digest_of(python=sys.version, machine=platform.platform(), packages=packages)


def _record(package: Path) -> str:
    for name in _RECORDS:
        try:
            return hashlib.sha256((package / name).read_bytes()).hexdigest()
        except OSError:
            continue
    return ""
