"""The release that another one is compared with: found by a rule and named in the manifest.

A release that was made before from the same inputs keeps what it was compared with, so making it again gives the
same bytes.  A new one is compared with the first of these that was made for the same parameters and no later day and
whose tables say something else: the release that ``latest`` leads to, the one that it was compared with, and so on
back; then any other, from the newest name on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import KzvnError, UsageError
from .release import LATEST, is_inside, is_version, is_whole
from .store import Store, digest_of, digests
from .version import FORMAT, compared_with

KEY = "earlier"
_TABLES = "tables"
_MANIFEST = "manifest.json"
_PARQUET = ".parquet"
_KIND = "differs"
Manifest = Mapping[str, Any]


def compare_with(
    out: Path, manifest: Manifest, tables: Mapping[str, bytes], *, code: str = "", store: Store | None = None
) -> Manifest:
    """The manifest with the release under `out` that a new one is compared with, where there is one.

    Parameters
    ----------
    out
        The folder of all releases.
    manifest
        Of the new release, without an earlier one.
    tables
        Its tables: bytes by file name.
    code, store
        Digest of the library's code, and where to keep what comparing came to; by default it is kept nowhere.

    Returns
    -------
    dict
        With ``earlier``: its ``version`` and ``files``, each with ``path`` and ``sha256``; and with the version that
        follows.  The same manifest where there is nothing to compare with.
    """
    return compared_with(manifest, _choose(out, manifest, tables, code, store or Store(None)))


def read_files(out: Path, manifest: Manifest) -> dict[str, bytes]:
    """The files of the earlier release that `manifest` names, by path within it; empty where it names none.

    Raises
    ------
    KzvnError
        The earlier release is not there as it was.
    """
    found = {}
    version, files = _earlier(manifest)
    for name, digest in files.items():
        path = out / version / name
        try:
            found[name] = path.read_bytes()
        except OSError:
            found[name] = b""
        if hashlib.sha256(found[name]).hexdigest() != digest:
            raise KzvnError("earlier_missing", path=path, version=version)
    return found


def _earlier(manifest: Manifest) -> tuple[str, dict[str, str]]:
    """The version and the files that `manifest` names, each with its digest; none of them leads elsewhere."""
    named = manifest.get(KEY)
    if not named:
        return "", {}
    try:
        version, files = named["version"], {file["path"]: file["sha256"] for file in named["files"]}
        if is_version(version) and all(map(is_inside, files)):
            return version, files
    except (KeyError, TypeError):
        pass
    raise KzvnError("earlier_broken", version=manifest.get("version"))


def made_before(out: Path, manifest: Manifest) -> Manifest | None:
    """The manifest of the release under `out` that was made from the same inputs as `manifest`, if there is one."""
    known = _manifests(out)
    return next((known[name] for name in _order(out, known) if _own(known[name]) == _own(manifest)), None)


def _choose(
    out: Path, manifest: Manifest, tables: Mapping[str, bytes], code: str, store: Store
) -> dict[str, Any] | None:
    known = _manifests(out)
    order = list(_order(out, known))
    for name in order:
        if _own(known[name]) == _own(manifest):
            return known[name].get(KEY)
    now = [manifest["as_of"], digests({name: data for name, data in tables.items() if name.endswith(_PARQUET)})]
    for name in order:
        if not _comparable(known[name], manifest) or not is_whole(out / name):
            continue
        listed = _listed(out / name)
        then = [known[name]["as_of"], {Path(f["path"]).name: f["sha256"] for f in listed if f["path"] != _MANIFEST}]
        if now == then:  # the same bytes say the same
            continue
        key = digest_of(code=code, then=then, now=now)
        differs = store.get_json(_KIND, key)
        if not isinstance(differs, bool):
            differs = _differs(out / name, tables, manifest["as_of"])
            store.put_json(_KIND, key, differs)
        if differs:
            return {"version": name, "files": listed}
    return None


def _differs(folder: Path, tables: Mapping[str, bytes], as_of: str) -> bool:
    """Whether `tables` say something else than the release in `folder`; one of another make can't be compared."""
    from ..diff import compare, open_side, side_of

    now = side_of(tables, as_of=as_of)
    try:
        return bool(compare(open_side(folder), now))
    except KzvnError:  # a release of a version that wrote other tables
        return False


def find(out: Path, name: str) -> Path:
    """The folder that a user calls `name`: a release by its version, ``latest``, or any folder.

    Raises
    ------
    UsageError
        There is none, or it is a release that is not whole.
    """
    if name == LATEST and not (out / LATEST).is_dir():
        raise UsageError("diff_no_release", path=out)
    inside = name == LATEST or is_version(name)
    folder = (out / name).resolve() if inside and (out / name).is_dir() else Path(name)
    if (folder / _MANIFEST).exists() and not is_whole(folder):
        raise UsageError("diff_half", path=folder)
    return folder


def before(out: Path, folder: Path) -> Path:
    """The release before the one in `folder`: the one it was compared with, else the next older name.

    Raises
    ------
    UsageError
        There is none.
    """
    known = _manifests(out)
    named = (known.get(folder.name, {}).get(KEY) or {}).get("version")
    older = [name for name in sorted(known, reverse=True) if name < folder.name and is_whole(out / name)]
    found = named if named in known and is_whole(out / named) else next(iter(older), None)
    if found is None:
        raise UsageError("diff_no_earlier", path=out, version=folder.name)
    return out / found


def _manifests(out: Path) -> dict[str, Manifest]:
    """The manifests of the releases under `out` by version; one that can't be read is no release."""
    found = {}
    for path in sorted(out.iterdir()) if out.is_dir() else ():
        try:
            if is_version(path.name):
                manifest = json.loads((path / _MANIFEST).read_bytes())
                if manifest["version"] == path.name and manifest["format"] == FORMAT:
                    found[path.name] = manifest
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def _order(out: Path, known: Mapping[str, Manifest]) -> Iterator[str]:
    """``latest``, what it was compared with, and so on back; then the others, from the newest name on."""
    seen: set[str] = set()
    name = (out / LATEST).resolve().name
    while name in known and name not in seen:
        seen.add(name)
        yield name
        name = (known[name].get(KEY) or {}).get("version")
    yield from sorted(set(known) - seen, reverse=True)


def _own(manifest: Manifest) -> dict[str, Any]:
    return {key: value for key, value in manifest.items() if key not in ("version", KEY)}


def _comparable(one: Manifest, manifest: Manifest) -> bool:
    return one.get("parameters") == manifest["parameters"] and str(one.get("as_of", "")) <= manifest["as_of"]


def _listed(folder: Path) -> list[dict[str, str]]:
    """What is read of an earlier release, with its digests."""
    paths = [_MANIFEST, *(f"{_TABLES}/{path.name}" for path in sorted((folder / _TABLES).glob(f"*{_PARQUET}")))]
    return [{"path": path, "sha256": hashlib.sha256((folder / path).read_bytes()).hexdigest()} for path in paths]
