"""What a release is made from, and the name that follows from it.

The name is the as-of date and eight digits of a digest over every input: the clippings and what stands
beside them, the parameters, notebooks, report sources, the library's own code, the engine and the version of
every package that has a part.  The same inputs give the same name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping

from .inputs import Inputs

FORMAT = 1


def make_manifest(
    inputs: Inputs,
    *,
    as_of: str,
    parameters: Mapping[str, object],
    engine: Mapping[str, str],
    given_up: Collection[str] = (),
) -> dict:
    """Everything that decides how a release comes out; the same on every machine and day.

    Parameters
    ----------
    inputs
        Digests of all files that go in, and the tools.
    as_of
        The briefing's day, ``2026-02-18``.
    parameters
        Those given for this render.
    engine
        ``name`` and ``version``.
    given_up
        Clippings that the reader gave up, by path; named only where there are any.

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
        "inputs": [{"path": name, "sha256": digest} for name, digest in inputs.files.items()],
        "tools": inputs.environment.tools,
    }
    return _named({**made, "given_up": list(given_up)} if given_up else made)


def compared_with(manifest: Mapping, earlier: Mapping | None) -> dict:
    """The manifest of a release that names the one it is compared with, which is an input too."""
    made = {key: value for key, value in manifest.items() if key not in ("version", "earlier")}
    return _named({**made, "earlier": dict(earlier)} if earlier else made)


def _named(made: dict) -> dict:
    """With the version that follows from everything else."""
    text = json.dumps(made, sort_keys=True, ensure_ascii=False)
    return {"version": f"{made['as_of']}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}", **made}


def manifest_bytes(manifest: Mapping) -> bytes:
    """The manifest as the file ``manifest.json`` holds it."""
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
