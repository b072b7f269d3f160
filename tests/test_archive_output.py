"""What an archive's run writes can be loaded, analysed and compared like the tables of a folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import kzvn_analysis as kz
from kzvn_analysis.archive import run
from kzvn_analysis.cli import main

TRADE = (
    "HANOI, May 6, 2025 (VNA) - Trade turnover between Kazakhstan and Vietnam reached ${amount} million in 2024, "
    "Vietnam's trade ministry said.\n"
)
VISIT = "ASTANA, May 7, 2025 (Trend) - Vietnamese leader To Lam paid a state visit to Kazakhstan on May 5-7, 2025.\n"
FAIR = "Bakers of the town held their yearly fair. The loaf of the year weighs four kilograms.\n"
CLIPPINGS = {"visit": VISIT, "fair": FAIR, "trade": TRADE.format(amount=879)}  # not in the order of their names


def parsed(folder: Path, clippings: dict[str, str]) -> Path:
    """Tables of an archive of several partitions."""
    folder.mkdir()
    lines = [json.dumps({"article_id": name, "text": text}) for name, text in clippings.items()]
    (folder / "press.jsonl").write_text("\n".join(lines), encoding="utf-8")
    kz.parse_archive(folder / "press.jsonl", folder / "tables", workers=0, partition_bytes=150)
    return folder / "tables"


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    return parsed(tmp_path_factory.mktemp("archive") / "one", CLIPPINGS)


def diff(*arguments: object):
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def test_an_archives_tables_load_in_its_order_with_the_types_that_tables_have(tables):
    small = kz.parse([kz.article_from_text(text, name) for name, text in CLIPPINGS.items()])
    loaded = kz.load(tables)
    assert list(loaded.articles["article_id"]) == ["visit", "fair", "trade"]
    assert list(loaded.articles["path"]) == ["press.jsonl:1", "press.jsonl:2", "press.jsonl:3"]
    assert loaded.read_count == 2
    for name in loaded:
        wanted = small[name].sort_values("article_id", key=lambda ids: ids.map(list(CLIPPINGS).index))
        assert dict(loaded[name].dtypes) == dict(wanted.dtypes)
        found, sought = (frame.drop(columns=["path"], errors="ignore") for frame in (loaded[name], wanted))
        pd.testing.assert_frame_equal(found, sought.reset_index(drop=True))
    assert kz.reconciled(loaded).trade["value_usd"].tolist() == [879e6]
    some = kz.open_dossier(tables, "2025-05-07", reads=["articles", "trade", "reconciled_clippings", "unread"])
    assert len(some.tables.trade) == len(some.sources) - 2 == 1


def test_two_archives_and_a_folder_are_compared_by_their_clippings_names(tables, tmp_path):
    assert diff(tables, tables).exit_code == 0
    edited = {"new": FAIR + "It is new.\n", **CLIPPINGS, "trade": TRADE.format(amount=880)}
    other = parsed(tmp_path / "other", edited)
    done = diff(tables, other, "--format", "json")
    told = json.loads(done.output)
    assert done.exit_code == 1
    assert [(c["kind"], c["new"]["article_id"]) for c in told["clippings"]] == [("added", "new"), ("changed", "trade")]
    assert {c["source"]["path"] for c in told["facts"]} == {"press.jsonl:4"}
    [changed] = (c for c in told["facts"] if c["kind"] != "wording")
    assert [c["column"] for c in changed["cells"]] == ["value_usd", "quote"]
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, text in CLIPPINGS.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    CliRunner().invoke(main, ["parse", str(seeds), "--out", str(tmp_path / "small"), "-q"])
    assert diff(tables, tmp_path / "small").exit_code == 0


def test_tables_that_are_not_whole_are_refused_in_one_line(tables, tmp_path, monkeypatch):
    broken = shutil.copytree(tables, tmp_path / "broken")
    (broken / "trade" / "part-00001.parquet").write_bytes(b"PAR1")
    both = shutil.copytree(tables, tmp_path / "both")
    shutil.copy(tables / "trade" / "part-00002.parquet", both / "trade.parquet")
    stopped = shutil.copytree(tables.parent, tmp_path / "stopped") / "tables"
    shutil.rmtree(stopped)

    def stop(_progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kz.parse_archive(stopped.parent / "press.jsonl", stopped, workers=0, progress=stop)
    for folder, words in (
        (broken, "part-00001.parquet: not a table"),
        (both, "holds trade.parquet of a folder of clippings and trade/ of an archive"),
        (stopped, "there are no tables here"),
    ):
        with pytest.raises(kz.KzvnError, match=words) as error:
            kz.load(folder)
        assert "\n" not in str(error.value)
        assert diff(tables, folder).exit_code == 2

    def die(*_ignored):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(run, "reconcile_archive", die)
        kz.parse_archive(stopped.parent / "press.jsonl", stopped, workers=0)
    with pytest.raises(kz.KzvnError, match="these tables are not finished"):
        kz.load(stopped)
    kz.parse_archive(stopped.parent / "press.jsonl", stopped, workers=0)
    assert len(kz.load(stopped).articles) == 3
