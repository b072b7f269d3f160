"""What an archive's clippings say together is what the small path says, however the archive is parted."""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

import pandas as pd
import pytest
from facts_by_hand import tables as by_hand

import kzvn_analysis as kz
from kzvn_analysis.archive import collect, engine, reconcile, reprints
from kzvn_analysis.archive.dealing import Dealing
from kzvn_analysis.archive.engine import Cluster, Engine, open_engine
from kzvn_analysis.archive.notes import part_name
from kzvn_analysis.archive.place import Place, write_frame
from kzvn_analysis.reconcile.records import records

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import generator

NAMES = ("reconciled_trade", "reconciled_visits", "reconciled_clippings")


@pytest.fixture(scope="module")
def whole():
    """The tables of 150 clippings, many of them reprints, and what they say together by the small path."""
    made, clippings = generator.Generator(seed=5, reprints=0.35, bilateral=0.9), []
    with pytest.MonkeyPatch.context() as fewer:
        fewer.setitem(generator.STOCK, "visit", 25)
        for number in range(150):
            cells = made.record(number)
            clippings.append(kz.article_from_text(cells.pop("text"), cells.pop("article_id"), **cells))
    tables = kz.parse(clippings)
    # Short forms, unnamed holders of an office, vague periods and none: what ties reports of several blocks together.
    source = random.Random(3)
    rows = []
    for row in [*records(tables.visits), *records(tables.visits)]:
        name, when = row["visitor"], row["period"]
        row["visitor"] = source.choice([name, name, None, name and name.split()[-1]])
        row["period"] = source.choice([when, when and when[:4], None])
        rows.append({**row, "fact_id": f"{row['fact_id']}-{len(rows)}"})
    visits = pd.DataFrame(rows).astype(tables.visits.dtypes)
    tables = kz.Tables(**{**tables, "visits": visits})
    return tables, kz.reconciled(tables)


def test_of_the_reprints_made_nearly_all_are_found_and_none_besides(whole):
    tables, expected = whole
    made = generator.Generator(seed=5, reprints=0.35)
    telling = expected.clippings.dropna(subset="copy_of")["article_id"]
    first = {r["article_id"]: r["copy_of"] or r["article_id"] for r in records(expected.clippings)}
    about = [row["article_id"] for row in records(tables.articles) if row["wording"]]
    text = {name: made.original(int(name[1:])) for name in about}
    again = len(about) - len(set(text.values()))
    assert all(text[name] == text[first[name]] for name in telling), "no two texts are taken for one"
    assert 0.95 * again <= len(telling) <= again


def archive(folder, tables, parts, seed):
    """An archive of the tables with their clippings dealt out to parts at random."""
    source, out = random.Random(seed), Place.of(folder)
    home = {name: source.randrange(parts) for name in tables.articles["article_id"]}
    for name, frame in tables.items():
        for number in range(parts):
            own = frame[[home.get(key) == number for key in frame["article_id"]]]
            write_frame(out, part_name(name, number), own.sample(frac=1, random_state=seed))
    return out


def told(out, name):
    return pd.read_parquet(out.at(name), dtype_backend="numpy_nullable")


def assert_as(out, expected):
    for name in NAMES:
        wanted, found = expected[name], told(out, name)
        if name == "reconciled_clippings":
            found = found.sort_values("article_id", ignore_index=True)
        pd.testing.assert_frame_equal(found, wanted)


def small_tasks(monkeypatch):
    """Make the little that a test can afford be as much as an archive."""
    monkeypatch.setattr(reconcile, "MANY", 1)
    monkeypatch.setattr(reconcile, "ROWS_AT_ONCE", 60)
    monkeypatch.setattr(reconcile, "ROWS_TOGETHER", 20)
    monkeypatch.setattr(reprints, "KEYS_AT_ONCE", 1500)
    monkeypatch.setattr(reprints, "PAIRS_AT_ONCE", 20)
    monkeypatch.setattr(collect, "PARTS_AT_ONCE", 2)
    monkeypatch.setattr(engine, "AHEAD", 3)


def test_rows_are_dealt_by_their_value_and_each_is_in_one_share(tmp_path):
    rows = pd.DataFrame({"who": ["An", "Bo", None, "An", "Cy"], "n": pd.array([1, None, 3, 4, 5], dtype="Int64")})
    rows = rows.astype({"who": "string"})
    dealing = Dealing(Place.of(tmp_path), "dealt", "who", 3)
    for number, some in (("0", rows[:2]), ("1", rows[2:]), ("2", rows[:0]), ("1", rows[2:])):
        dealing.deal(some, number)
    (tmp_path / "dealt" / ".kzvn-making-left").write_bytes(b"half of a file that a killed worker left")
    shares = [dealing.take(share) for share in range(3)]
    assert all((share.dtypes == rows.dtypes).all() for share in shares), "those without rows, too"
    assert sorted(pd.concat(shares)["n"].fillna(2)) == [1, 2, 3, 4, 5], "what was dealt again under a number, once"
    some = [list(dealing.each(share, 1)) for share in range(3)]
    for frames, share in zip(some, shares, strict=True):
        pd.testing.assert_frame_equal(pd.concat(frames, ignore_index=True), share)
        assert len(frames) >= 1 and all(len(frame) for frame in frames[:-1])
    assert sorted(("An" in set(share["who"].fillna(""))) for share in shares) == [False, False, True]


def test_rows_that_come_in_many_frames_are_dealt_in_few_files(tmp_path):
    dealing = Dealing(Place.of(tmp_path), "dealt", "who", 2)
    frames = [pd.DataFrame({"who": [f"p{i}-{j}" for j in range(i % 3)]}, dtype="string") for i in range(12)]
    for _ in range(2):  # the second time as by the worker that comes for one that died
        dealing.deal_all(iter(frames), "7", 5)
    assert sorted(path.name for path in (tmp_path / "dealt").iterdir()) == ["7-00000.arrow", "7-00001.arrow"]
    found = pd.concat([dealing.take(share) for share in range(2)])
    assert sorted(found["who"]) == sorted(pd.concat(frames)["who"])


@pytest.mark.parametrize(("parts", "seed"), [(2, 0), (9, 2)])
def test_however_an_archive_is_parted_it_says_what_the_small_path_says(parts, seed, whole, tmp_path, monkeypatch):
    tables, expected = whole
    assert len(expected.clippings.dropna(subset="copy_of")) > 30 and expected.visits["sources"].max() > 2
    small_tasks(monkeypatch)
    out = archive(tmp_path, tables, parts, seed)
    with open_engine(workers=0) as this_process:
        found = reconcile.reconcile_archive(out, this_process)
    assert_as(out, expected)
    assert (found.trade, found.visits) == (len(expected.trade), len(expected.visits))
    assert found.reprints == expected.clippings["copy_of"].notna().sum()


def test_on_a_cluster_it_says_the_same(whole, tmp_path, monkeypatch):
    from distributed import Client

    tables, expected = whole
    small_tasks(monkeypatch)
    out = archive(tmp_path, tables, 3, 7)
    with Client(processes=False, n_workers=2, threads_per_worker=1, dashboard_address=":0") as client:
        before = set(client.nthreads())
        reconcile.reconcile_archive(out, Cluster(client))
        assert set(client.nthreads()) == before, "somebody else's workers are left alone"
    assert_as(out, expected)


def test_workers_that_begin_anew_and_one_that_is_killed_change_nothing(whole, tmp_path, monkeypatch):
    tables, expected = whole
    small_tasks(monkeypatch)
    out, killed, workers = archive(tmp_path, tables, 4, 13), set(), []
    with open_engine(workers=2) as cluster:

        class Deadly(Engine):
            """Kills a worker as soon as the first task of a step is done; the others are under way or waiting."""

            def each(self, function, items):
                for result in cluster.each(function, items):
                    step = function.func.__name__
                    if step in ("_match", "_merge") and step not in killed:
                        killed.add(step)
                        os.kill(next(iter(cluster.client.run(os.getpid).values())), signal.SIGKILL)
                    yield result

            def renew(self):
                workers.append(set(cluster.client.run(os.getpid).values()))
                cluster.renew()
                workers.append(set(cluster.client.run(os.getpid).values()))

        found = reconcile.reconcile_archive(out, Deadly())
    assert list(map(len, workers)) == [2, 2] and workers[0].isdisjoint(workers[1])
    assert killed == {"_match", "_merge"}
    assert_as(out, expected)
    assert found.reprints == expected.clippings["copy_of"].notna().sum()


def test_little_is_one_task_and_says_the_same(whole, tmp_path):
    tables, expected = whole
    out = archive(tmp_path, tables, 3, 11)
    reconcile.reconcile_archive(out, Engine())
    assert_as(out, expected)


def test_what_was_reconciled_is_reconciled_again_only_where_the_tables_changed(whole, tmp_path):
    tables, _ = whole
    out = archive(tmp_path, tables, 2, 4)
    first = reconcile.reconcile_archive(out, Engine())
    again = told(out, "reconciled_trade")
    write_frame(out, part_name("reconciled_trade", 0), again.head(0))
    write_frame(out, part_name("reconciled_clippings", 7), told(out, "reconciled_clippings"))
    assert reconcile.reconcile_archive(out, Engine()) == first
    assert len(told(out, "reconciled_trade")) == 0, "left as it stands"
    Place(out.at("_archive")).write("done/00000.json", b'{"key": "another"}')
    reconcile.reconcile_archive(out, Engine())
    assert len(told(out, "reconciled_trade")) == len(again)
    assert len(told(out, "reconciled_clippings")) == len(tables.articles), "a part of a larger archive is gone"


def test_thousands_of_reports_of_one_visit_are_not_held_against_each_other(monkeypatch):
    from kzvn_analysis.reconcile import visits

    compared = []
    plain = visits._same_contact
    monkeypatch.setattr(visits, "_same_contact", lambda a, b: compared.append(1) or plain(a, b))
    lam = {"visitor": "To Lam", "visitor_role": "General Secretary", "origin": "VNM", "host": "KAZ", "level": "state"}
    days = ["2025-05-05/2025-05-07", "2025-05", "2025", None]
    rows = [{**lam, "article_id": f"a{i}", "period": days[i % 4]} for i in range(2000)]
    [row] = kz.reconciled(by_hand({f"a{i}": "2025-06-01" for i in range(2000)}, visits=rows)).visits.to_dict("records")
    assert (row["sources"], row["period"]) == (2000, "2025-05-05/2025-05-07")
    assert len(compared) < 10 * 2000
