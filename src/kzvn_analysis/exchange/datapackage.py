"""``datapackage.json``: the tables as a Frictionless data package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..edtf import EDTF
from ..errors import message
from ..reconcile.records import records
from .fields import Field, about, fields, key

if TYPE_CHECKING:
    import pandas as pd

PROFILE = "tabular-data-package"
_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}


def write_datapackage(files: Mapping[str, bytes], tables: Mapping[str, pd.DataFrame], manifest: Mapping) -> bytes:
    """Describe the released CSV tables: their columns with types, units and permitted values, their keys and digests.

    Source: Data Package and Table Schema, version 1, Open Knowledge Foundation.
    """
    package = {
        "profile": PROFILE,
        "name": "kazakhstan-viet-nam-relations",
        "title": message("package_title"),
        "description": message("package_description"),
        "version": manifest["version"],
        "resources": [_resource(name, frame, files[f"tables/{name}.csv"]) for name, frame in tables.items()],
        "sources": _sources(tables["articles"]),
    }
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _resource(name: str, frame: pd.DataFrame, data: bytes) -> dict:
    described = fields(name, frame)
    schema: dict = {"fields": [_field(column, unique=column.name == key(name)) for column in described]}
    if key(name):
        schema["primaryKey"] = key(name)
    if name not in ("articles", "unread") and any(column.name == "article_id" for column in described):
        reference = {"resource": "articles", "fields": "article_id"}
        schema["foreignKeys"] = [{"fields": "article_id", "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"tables/{name}.csv",
        "description": about(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {**schema, "missingValues": [""]},
    }


def _field(column: Field, *, unique: bool) -> dict:
    limits: dict = {}
    if not column.nullable:
        limits["required"] = True
    if unique:
        limits["unique"] = True
    if column.allowed:
        limits["enum"] = list(column.allowed)
    if column.edtf:
        limits["pattern"] = EDTF
    told = {"name": column.name, "type": _TYPES[column.kind], "description": column.meaning}
    if column.kind == "bool":
        told |= {"trueValues": ["True"], "falseValues": ["False"]}
    if column.unit:
        told["unit"] = column.unit
    return told | ({"constraints": limits} if limits else {})


def _sources(articles: pd.DataFrame) -> list[dict]:
    found = []
    for row in records(articles.sort_values("article_id")):
        name = ", ".join(filter(None, (row["outlet"], row["title"], row["path"])))
        found.append({"title": name, **({"path": row["url"]} if row["url"] else {})})
    return found
