"""``ro-crate-metadata.json``: every output linked to the clippings, sources and programs it was made from.

No person is named: who ran the build is not known to it, and does not change what comes out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..errors import message
from ..reconcile.records import records
from .fields import about

if TYPE_CHECKING:
    import pandas as pd

_VERSION = "1.1"  # the one that the profile builds on
_PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
_TYPES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
    ".ipynb": "application/x-ipynb+json",
    ".bib": "application/x-bibtex",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TOLD = {
    "manifest.json": "crate_manifest",
    "references": "crate_references",
    "tables.xlsx": "crate_workbook",
    "datapackage.json": "crate_package",
    "briefing": "crate_briefing",
}


def write_crate(files: Mapping[str, bytes], tables: Mapping[str, pd.DataFrame], manifest: Mapping) -> bytes:
    """Link the release's files to what they were made from.

    Parameters
    ----------
    files
        Bytes by path within the release.
    tables
        ``articles`` gives the clippings' addresses.
    manifest
        Inputs with digests, tools with versions.

    Source: RO-Crate 1.1 and its profile for runs of a process, ResearchObject.org.
    """
    from rocrate.model import ContextEntity
    from rocrate.rocrate import ROCrate

    crate = ROCrate(version=_VERSION)
    crate.name = message("package_title")
    crate.description = message("package_description")
    # The briefing's day and not the clock's: the same inputs give the same bytes.
    crate.root_dataset["datePublished"] = manifest["as_of"]
    crate.root_dataset["version"] = manifest["version"]
    profile = ContextEntity(crate, _PROFILE, {"@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"})
    crate.root_dataset["conformsTo"] = crate.add(profile)
    outputs = [crate.add_file(dest_path=name, properties=_file(name, data)) for name, data in sorted(files.items())]
    inputs = [
        crate.add(ContextEntity(crate, identifier, properties))
        for identifier, properties in _inputs(tables["articles"], manifest)
    ]
    programs = [
        crate.add(ContextEntity(crate, identifier, {"@type": "SoftwareApplication", "name": name, "version": version}))
        for identifier, name, version in _programs(manifest)
    ]
    action = ContextEntity(
        crate,
        "#build",
        {"@type": "CreateAction", "name": message("crate_action", version=manifest["version"])},
    )
    crate.add(action)
    action["instrument"], action["object"], action["result"] = programs, inputs, outputs
    crate.root_dataset["mentions"] = action
    graph = crate.metadata.generate()
    return (json.dumps(graph, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _file(name: str, data: bytes) -> dict[str, str]:
    return {
        "name": name,
        "description": _description(name),
        "encodingFormat": _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"),
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _description(name: str) -> str:
    path = PurePosixPath(name)
    if path.parent.name == "tables":
        return message("crate_table", about=about(path.stem))
    if path.parent.name == "notebooks":
        return message("crate_notebook")
    return message(_TOLD.get(name) or _TOLD[path.stem])


def _inputs(articles: pd.DataFrame, manifest: Mapping) -> Iterator[tuple[str, dict]]:
    """The files the build read; a clipping also says where it was published."""
    addresses = {f"seeds/{row['path']}": row["url"] for row in records(articles)}
    for given in manifest["inputs"]:
        path, digest = given["path"], given["sha256"]
        told = {"@type": "CreativeWork", "name": path, "sha256": digest}
        told["description"] = message("crate_clipping" if path in addresses else "crate_input")
        if addresses.get(path):
            told["isBasedOn"] = addresses[path]
        yield f"#input-{digest[:16]}-{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}", told


def _programs(manifest: Mapping) -> Iterator[tuple[str, str, str]]:
    engine = manifest["engine"]
    named = {**manifest["tools"], engine["name"]: engine.get("version", "")}
    for name, version in named.items():
        yield f"#program-{name}", name, version
