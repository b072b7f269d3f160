"""A release as other tools open it: Frictionless, Excel, DuckDB, pandas, bibliographies, RO-Crate."""

from __future__ import annotations

import csv
import hashlib
import io
import json

import duckdb
import openpyxl
import pandas as pd
import pypandoc
import pytest
from frictionless import Package
from rocrate.rocrate import ROCrate

import kzvn_analysis as kz
from kzvn_analysis.csv_cells import from_csv, to_csv
from kzvn_analysis.exchange import describe_release, describe_tables
from kzvn_analysis.exchange.workbook import MOST_LETTERS
from kzvn_analysis.reconcile import reconcile

TABLES = (*kz.Tables.__annotations__, "reconciled_trade", "reconciled_visits", "reconciled_clippings")


@pytest.fixture(scope="module")
def hostile():
    """A release of one clipping that would like to be a formula, a command and somebody else's reference."""
    article = kz.article_from_text(
        "=HYPERLINK(\"http://127.0.0.1/\",\"Kazakhstan\") and Viet Nam\n\n"
        "Trade between Kazakhstan and Viet Nam reached $900 million in 2024, }@book{x, \\input{secret}.\n"
        "+1+1 is what Kazakhstan exported to Viet Nam in 2024, worth $300 million.\n",
        article_id="-2+3",
        outlet='=cmd|"/c calc"!A1',
        published="2025-01-02",
    )  # fmt: skip
    tables = kz.parse([article])
    everything = {**tables, **reconcile(tables)}
    files = {"manifest.json": b"{}"}
    files |= {f"tables/{name}.csv": to_csv(everything[name]) for name in everything}
    manifest = {
        "version": "2025-01-02-00000000",
        "as_of": "2025-01-02",
        "engine": {"name": "embedded", "version": "1"},
        "tools": {"python": "3.11"},
        "inputs": [{"path": "seeds/-2+3.txt", "sha256": "0" * 64}],
    }
    described = describe_tables(files, everything, manifest)
    return everything, described | describe_release({**files, **described}, everything, manifest)


def test_the_package_is_valid_and_says_what_each_column_holds(five):
    package = Package(str(five.folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "note"])
    assert [resource.name for resource in package.resources] == list(TABLES)
    for resource in package.resources:
        assert all(field.description for field in resource.schema.fields), resource.name
    trade = package.get_resource("trade").schema
    assert trade.primary_key == ["fact_id"]
    assert trade.get_field("value_usd").type == "number"
    assert trade.get_field("value_usd").to_descriptor()["unit"] == "US dollars"
    assert trade.get_field("flow").constraints["enum"] == ["turnover", "export", "import"]
    assert trade.foreign_keys[0]["reference"]["resource"] == "articles"
    assert {source["path"].split("/")[2] for source in package.to_descriptor()["sources"]} >= {"en.trend.az"}


def test_a_changed_cell_makes_the_package_invalid(five, tmp_path):
    """The descriptor is no decoration: a table that was changed by hand no longer fits its digest."""
    import shutil

    folder = shutil.copytree(five.folder, tmp_path / "copy")
    table = folder / "tables" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("turnover", "barter", 1), encoding="utf-8")
    errors = {row[0] for row in Package(str(folder / "datapackage.json")).validate().flatten(["type"])}
    assert {"hash-count", "constraint-error"} & errors


def test_the_workbook_has_every_row_with_its_type(five):
    book = openpyxl.load_workbook(five.folder / "tables.xlsx")
    assert book.sheetnames == ["Read me", *TABLES]
    for name in TABLES:
        frame = pd.read_parquet(five.folder / "tables" / f"{name}.parquet")
        rows = list(book[name].iter_rows(values_only=True))
        assert list(rows[0]) == list(frame.columns)
        assert len(rows) == len(frame) + 1
    trade = pd.read_excel(five.folder / "tables.xlsx", sheet_name="trade")
    expected = pd.read_parquet(five.folder / "tables" / "trade.parquet")
    assert trade["value_usd"].dtype.kind in "fi"
    assert trade["value_usd"].fillna(0).tolist() == expected["value_usd"].fillna(0).tolist()
    assert trade["quote"].tolist() == expected["quote"].tolist()
    assert five.version in str(list(book["Read me"].values))


def test_duckdb_reads_csv_and_parquet_alike(five):
    folder = five.folder / "tables"
    by_year = "select period, max(value_usd) from '{}' where status = 'reported' group by 1 order by 1"
    from_csv = duckdb.sql(by_year.format(folder / "trade.csv")).fetchall()
    from_parquet = duckdb.sql(by_year.format(folder / "trade.parquet")).fetchall()
    assert from_csv
    assert [(str(p), v) for p, v in from_csv] == [(str(p), v) for p, v in from_parquet]
    types = dict(duckdb.sql(f"select column_name, column_type from (describe '{folder / 'trade.parquet'}')").fetchall())
    assert types["value_usd"] == "DOUBLE"
    assert types["start"] == "BIGINT"


def test_the_references_name_every_clipping(five):
    articles = pd.read_parquet(five.folder / "tables" / "articles.parquet")
    entries = {entry["id"]: entry for entry in json.loads((five.folder / "references.json").read_bytes())}
    assert set(entries) == set(articles["article_id"])
    kazinform = next(entry for entry in entries.values() if entry.get("container-title") == "Kazinform")
    assert kazinform["issued"] == {"date-parts": [[2023, 8, 21]]}
    assert kazinform["title"].startswith("Kazakhstan and Vietnam mark 31 years")
    for entry in entries.values():
        assert entry["title"]
        assert entry["URL"].startswith("https://")
    again = pypandoc.convert_file(str(five.folder / "references.bib"), "csljson", format="biblatex")
    assert {entry["URL"] for entry in json.loads(again)} == {entry["URL"] for entry in entries.values()}


def test_the_crate_links_each_output_to_its_inputs_and_names_nobody(five):
    crate = ROCrate(str(five.folder))
    build = crate.dereference("#build")
    made = {entity.id: entity for entity in build["result"]}
    on_disk = {str(path.relative_to(five.folder)) for path in five.folder.rglob("*") if path.is_file()}
    assert set(made) == on_disk - {"ro-crate-metadata.json", "SHA256SUMS"}
    assert made["briefing.pdf"]["sha256"] == hashlib.sha256(five.pdf.read_bytes()).hexdigest()
    used = {entity["name"]: entity for entity in build["object"]}
    clipping = used["seeds/000_cc1ab6ff41a5b4d8.txt"]
    assert clipping["isBasedOn"] == "https://en.trend.az/business/4040317.html"
    assert "notebooks/trade_trends.ipynb" in used
    assert {"python", "pandoc", "typst"} <= {program["name"] for program in build["instrument"]}
    assert not [entity for entity in crate.get_entities() if entity.type == "Person"]


def test_a_clippings_words_stay_words(hostile):
    everything, files = hostile
    book = openpyxl.load_workbook(io.BytesIO(files["tables.xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(str(cell.value).startswith("=cmd") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert not any(cell.hyperlink for cell in cells)
    assert len(json.loads(pypandoc.convert_text(files["references.bib"].decode(), "csljson", format="biblatex"))) == 1
    assert b"\n@book" not in files["references.bib"]
    assert len(everything["trade"]) == 2


def test_no_cell_of_the_csv_is_a_formula_and_the_package_stays_valid(hostile, tmp_path):
    everything, files = hostile
    (tmp_path / "tables").mkdir()
    (tmp_path / "datapackage.json").write_bytes(files["datapackage.json"])
    for name, frame in everything.items():
        data = to_csv(frame)
        (tmp_path / "tables" / f"{name}.csv").write_bytes(data)
        texts = frame.select_dtypes("string").columns
        assert set(texts) == {column for column in frame if not pd.api.types.is_numeric_dtype(frame[column])}
        for row in csv.DictReader(io.StringIO(data.decode())):
            assert not [row[column] for column in texts if row[column][:1] in ("=", "+", "-", "@", "\t", "\r")], name
        again = from_csv(data)
        for column in texts:
            assert again[column].fillna("").tolist() == frame[column].fillna("").tolist(), (name, column)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    assert "'-2+3" in (tmp_path / "tables" / "trade.csv").read_text(encoding="utf-8")


def test_a_cell_too_long_for_a_sheet_is_counted(hostile):
    everything, _ = hostile
    articles = everything["articles"].assign(title="a" * (MOST_LETTERS + 1)).astype("string")
    manifest = {"version": "v", "as_of": "2025-01-02"}
    from kzvn_analysis.exchange.workbook import write_workbook

    book = openpyxl.load_workbook(io.BytesIO(write_workbook({"articles": articles}, manifest)))
    assert "the ends of 1 cells did not fit" in str(list(book["Read me"].values))
