"""Tables made by hand: rows with only the cells that matter, the rest filled in."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

import kzvn_analysis as kz
from kzvn_analysis.facts import TABLES
from kzvn_analysis.schemas import dtypes, schema, table_columns
from kzvn_analysis.tables import Tables

DEFAULTS = {
    "articles": {"published_basis": "stated", "language": "en", "relevance": "bilateral", "encoding": "utf-8"},
    "trade": {"flow": "turnover", "bound": "exact", "status": "reported"},
    "visits": {"level": "unspecified", "status": "made"},
    "agreements": {"title": "agreement on trade", "kind": "agreement", "status": "concluded"},
    "projects": {"title": "a plant", "sector": "industry", "status": "planned"},
    "sectors": {"sector": "trade", "stage": "operating", "mentions": 1},
}


# Offices as the clippings give them, where the expectations leave them open.
ROLES = {
    "To Lam": "General Secretary",
    "Võ Văn Kiệt": "Former Prime Minister",
    "Nursultan Nazarbayev": "former President",
    "Trương Tấn Sang": "7th President of Vietnam",
    "Serik Zhumangarin": "Deputy Prime Minister",
}


def tables(articles=None, unread=(), **rows) -> Tables:
    """`Tables` of rows given as dicts; clippings that rows name and `articles` doesn't are added."""
    articles = {
        name: {"published": day} if isinstance(day, str) or day is None else day
        for name, day in (articles or {}).items()
    }
    for row in (row for table in rows.values() for row in table):
        articles.setdefault(row.setdefault("article_id", "a"), {})
    frames = {
        "articles": _frame(
            "articles",
            [
                {
                    "article_id": name,
                    "path": f"{name}.txt",
                    "sha256": f"sha-{name}",
                    "outlet": name.upper(),
                    **cells,
                }
                for name, cells in sorted(articles.items())
            ],
        )
    }
    for name in TABLES:
        if name != "articles":
            frames[name] = _frame(
                name, [_provenance(name, i, row) for i, row in enumerate(rows.get(name, ()))]
            )
    left = pd.DataFrame(list(unread), columns=["article_id", "path", "reason"]).astype("string")
    return Tables(**frames, unread=left)


def _provenance(table: str, number: int, row: dict) -> dict:
    quote = row.get("quote", f"Sentence {number} of the clipping.")
    start = row.get("start", 100 * number)
    return {
        "fact_id": f"{table}-{number:08x}",
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "rule": "by hand",
        **row,
    }


def _frame(name: str, rows: list[dict]) -> pd.DataFrame:
    rows = [{**DEFAULTS[name], **row} for row in rows]
    frame = pd.DataFrame(rows, columns=list(table_columns(name))).astype(dtypes(name))
    return schema(name).validate(frame)


def expected(folder: Path, seeds: Path) -> Tables:
    """The five clippings' tables as a careful reader lists them: the first of several readings, sure rows."""
    read = {}
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            read[name] = [
                {k: _first(v) for k, v in row.items() if k != "sure" and _first(v) is not None}
                for row in csv.DictReader(file)
                if row.get("sure", "1") == "1"
            ]
    with (seeds / "sources.csv").open(encoding="utf-8", newline="") as file:
        urls = {row["file"].removesuffix(".txt"): row["url"] for row in csv.DictReader(file)}
    articles = {row["article_id"]: {**row, "url": urls[row["article_id"]]} for row in read.pop("articles")}
    for row in read["visits"]:
        if row.get("visitor") in ROLES:
            row.setdefault("visitor_role", ROLES[row["visitor"]])
    for rows in read.values():
        for row in rows:
            row.update(
                {
                    k: float(row[k])
                    for k in ("value_usd", "value_usd_max", "change_ratio", "quantity")
                    if k in row
                }
            )
    return tables(articles, **read)


def _first(cell: str) -> str | None:
    value = cell.split("|")[0]
    return None if value in ("", "-") else value


def dossier(articles=None, as_of="", **rows):
    """What `tables` makes of the same, reconciled."""
    return kz.dossier(tables(articles, **rows), as_of)
