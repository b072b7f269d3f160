"""Archives: whatever form the clippings come in, and however they are divided, the tables are the small path's."""

from __future__ import annotations

import dataclasses
import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import fsspec
import pandas as pd
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import kzvn_analysis as kz
from kzvn_analysis import clipping
from kzvn_analysis.archive import engine, run, version, work
from kzvn_analysis.cli import main
from kzvn_analysis.errors import KzvnError, UsageError
from kzvn_analysis.tables import FACT_TABLES

TEXT = """Kazakhstan and Vietnam look at trade, part {n}

{city}, {n} May 2025 – Trade between Kazakhstan and Vietnam reached ${amount} million in 20{year}, the ministry said.
Kazakh Trade Minister Arman Shakkaliyev met Vietnamese Minister of Industry and Trade Nguyen Hong Dien in {city} on May
{n}, 2025. The two sides signed a memorandum on logistics.
"""
TORN = gzip.compress(b"x" * 5000, mtime=0)[:30]
PLAIN = "Bakers of the town held their yearly fair. The loaf of the year weighs four kilograms.\n"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Twelve clippings that say something, and one that is about neither country."""
    told = {
        f"kv{n:02}": TEXT.format(n=n, city="Hanoi" if n % 2 else "Astana", amount=400 + 10 * n, year=10 + n)
        for n in range(1, 13)
    }
    return {"fair": PLAIN, **told}


@pytest.fixture(scope="module")
def folder(texts, tmp_path_factory) -> Path:
    seeds = tmp_path_factory.mktemp("seeds")
    for name, text in texts.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    return seeds


@pytest.fixture(scope="module")
def small(folder) -> kz.Tables:
    """What the small path makes of them."""
    return kz.parse(kz.read_seeds(folder))


@pytest.fixture(scope="module")
def lines(texts, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("lines") / "news.jsonl"
    path.write_text("".join(f"{record}\n" for record in map(json.dumps, records(texts))), encoding="utf-8")
    return path


def records(texts: dict[str, str]) -> list[dict]:
    return [{"article_id": name, "text": text} for name, text in texts.items()]


def rows(out: object, table: str) -> pd.DataFrame:
    return pd.read_parquet(f"{out}/{table}", dtype_backend="numpy_nullable")


def assert_same(out: object, small: kz.Tables, without: tuple[str, ...] = ()) -> None:
    """Every table in `out` is the small path's, cell by cell and in its order."""
    for table in small:
        frames = rows(out, table), small[table]
        found, wanted = (frame.drop(columns=[c for c in without if c in frame]) for frame in frames)
        pd.testing.assert_frame_equal(found, wanted.reset_index(drop=True), check_dtype=False, obj=table)


def reasons(out: object) -> dict[str, str]:
    return {row.path: row.reason for row in rows(out, "unread").itertuples()}


# Forms


@pytest.mark.parametrize("size", [1, 1000, 10**6])
def test_a_folder_gives_the_small_paths_tables_however_it_is_divided(folder, small, tmp_path, size):
    done = kz.parse_archive(folder, tmp_path, partition_bytes=size, workers=0)
    assert (done.read, done.unread, done.repeated) == (12, 1, 0)
    assert done.partitions == {1: 13, 1000: 5, 10**6: 1}[size]
    assert_same(tmp_path, small)


def test_folders_within_folders_and_packed_texts(texts, small, tmp_path):
    archive = tmp_path / "archive"
    for i, (name, text) in enumerate(texts.items()):
        inside = archive / ("2024", "2025/05")[i % 2]
        inside.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        if i % 3:
            (inside / f"{name}.txt").write_bytes(data)
        else:
            (inside / f"{name}.txt.gz").write_bytes(gzip.compress(data))
    (archive / ".hidden").mkdir()
    (archive / ".hidden" / "x.txt").write_text("hidden")
    (archive / "2024" / "notes.pdf").write_bytes(b"%PDF")
    (archive / "2024" / "kv02.txt.gz").write_bytes(gzip.compress(b"again"))
    (archive / "2024" / "torn.txt.gz").write_bytes(gzip.compress(b"Kazakhstan and Vietnam" * 50)[:40])
    done = kz.parse_archive(archive, tmp_path / "out", partition_bytes=1500)
    assert (done.read, done.unread, done.repeated) == (12, 4, 1)
    names = rows(tmp_path / "out", "articles")["article_id"]
    assert sorted(name.rpartition("/")[2] for name in names) == sorted(texts)
    assert "2025/05/kv01" in set(names)
    told = reasons(tmp_path / "out")
    assert told["2024/notes.pdf"].startswith("its name does not end in .txt")
    assert told["2024/kv02.txt.gz"] == "the same clipping lies beside it as .txt; keep one of the two"
    assert told["2024/torn.txt.gz"].startswith("could not be read (Compressed file ended")
    for table in FACT_TABLES:
        quotes = [sorted(frame["quote"]) for frame in (rows(tmp_path / "out", table), small[table])]
        assert quotes[0] == quotes[1]


def test_json_lines_plain_or_packed(lines, small, tmp_path):
    packed = tmp_path / "news.jsonl.gz"
    packed.write_bytes(gzip.compress(lines.read_bytes()))
    for i, (path, size) in enumerate([(lines, 700), (lines, 10**6), (packed, 900)]):
        kz.parse_archive(path, tmp_path / str(i), partition_bytes=size)
        assert_same(tmp_path / str(i), small, without=("path",))
    assert list(rows(tmp_path / "2", "articles")["path"][:2]) == ["news.jsonl.gz:1", "news.jsonl.gz:2"]


def test_parquet_files_with_large_and_small_groups_of_rows(texts, small, tmp_path):
    frame = pd.DataFrame(records(texts)).assign(more=1, published=pd.Timestamp("2025-05-20"), outlet="VNA", url=None)
    frame.to_parquet(tmp_path / "one.parquet")
    parts = tmp_path / "parts"
    parts.mkdir()
    frame[:5].to_parquet(parts / "a.parquet", row_group_size=2)
    frame[5:].to_parquet(parts / "b.parquet")
    done = kz.parse_archive(tmp_path / "one.parquet", tmp_path / "out1", partition_bytes=1500)
    assert done.partitions > 1  # its one group of rows was too much for a task
    kz.parse_archive(parts, tmp_path / "out2", partition_bytes=10**6)
    articles = rows(tmp_path / "out1", "articles")
    assert set(articles["published"]) == {"2025-05-20"}
    assert set(articles["outlet"]) == {"VNA"}
    assert list(articles["path"][:2]) == ["one.parquet:1", "one.parquet:2"]
    assert list(rows(tmp_path / "out2", "articles")["path"][4:6]) == ["a.parquet:5", "b.parquet:1"]
    for out in ("out1", "out2"):
        assert_same_facts(tmp_path / out, small)


def assert_same_facts(out: Path, small: kz.Tables) -> None:
    for table in FACT_TABLES:
        found, wanted = rows(out, table), small[table]
        assert list(zip(found["fact_id"], found["quote"], strict=True)) == list(
            zip(wanted["fact_id"], wanted["quote"], strict=True)
        )


def test_addresses_of_other_file_systems(folder, lines, small, tmp_path):
    memory = fsspec.filesystem("memory")
    for path in folder.iterdir():
        memory.pipe_file(f"/press/{path.name}", path.read_bytes())
    kz.parse_archive("memory://press", "memory://tables", partition_bytes=1500, workers=0)
    assert_same("memory://tables", small)
    with zipfile.ZipFile(tmp_path / "press.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(lines, "inside/news.jsonl")
        for name in ("kv01", "kv02"):
            packed.write(folder / f"{name}.txt", f"texts/deeper/{name}.txt")
    kz.parse_archive(f"zip://texts::{tmp_path / 'press.zip'}", tmp_path / "texts", workers=0)
    assert list(rows(tmp_path / "texts", "articles")["article_id"]) == ["deeper/kv01", "deeper/kv02"]
    address = f"zip://inside/news.jsonl::{tmp_path / 'press.zip'}"
    kz.parse_archive(address, tmp_path / "out", partition_bytes=1500, workers=0)
    assert_same(tmp_path / "out", small, without=("path",))


def test_each_dataset_is_one_table_to_pandas_duckdb_and_dask(folder, small, tmp_path):
    import dask
    import dask.dataframe as dd

    kz.parse_archive(folder, tmp_path / "out", partition_bytes=1000)
    small.save(tmp_path / "small")
    for table in small:
        schema = pq.read_schema(tmp_path / "small" / f"{table}.parquet").remove_metadata()
        parts = sorted((tmp_path / "out" / table).iterdir())
        assert len(parts) == 5
        assert all(pq.read_schema(part).remove_metadata() == schema for part in parts)  # an empty one's, too
        one = duckdb.sql(f"select * from '{tmp_path}/out/{table}/*.parquet'").fetchall()
        assert one == duckdb.sql(f"select * from '{tmp_path}/small/{table}.parquet'").fetchall()
    with dask.config.set(scheduler="synchronous"):
        frame = dd.read_parquet(str(tmp_path / "out" / "trade"))
        assert frame.groupby("status")["value_usd"].sum().compute().to_dict() == {
            "reported": sum(400 + 10 * n for n in range(1, 13)) * 1e6
        }
    assert_same(tmp_path / "out", small)


# What is wrong


def test_one_wrong_record_is_one_row_and_names_its_line(texts, tmp_path):
    good = json.dumps({"article_id": "kv01", "text": texts["kv01"]}).encode()
    bad = {
        2: (b'{"article_id": "a", "text": ', "not JSON (Expecting value, column 29)"),
        3: (b'{"article_id": "b", "text": "caf\xe9"}', "not UTF-8"),
        4: (b'{"text": "no name"}', "no article_id"),
        5: (b'["kv05", "text"]', "not a record"),
        6: (b'{"article_id": "c"}', "no text"),
        8: (b'{"article_id": "d", "text": "x", "published": "May 5"}', "May 5 can't stand in the column published"),
        9: (b'{"article_id": "e", "text": "x", "url": "javascript:x"}', "javascript:x can't stand in the column url"),
        10: (b'{"article_id": "f", "text": "  "}', "no text"),
        11: (b'{"article_id": "g", "text": "\\ud800"}', "its text contains half of a surrogate pair"),
        12: (b'{"article_id": "h\\u202e", "text": "x"}', "its article_id can't be used"),
        13: (json.dumps({"article_id": "i", "text": "x" * 120_001}).encode(), "longer than 120000 characters"),
        14: (b'{"article_id": "j", "text": "' + b"x" * 2_000_000 + b'"}', "longer than 120000 characters"),
        16: (good, "its article_id was used before, at news.jsonl:1"),
    }
    last = json.dumps({"article_id": 17, "text": texts["kv02"], "published": "2025-05-06T10:00:00Z"}).encode()
    path = tmp_path / "news.jsonl"
    written = {1: good, 17: last, **{n: line for n, (line, _) in bad.items()}}
    path.write_bytes(b"\n".join(written.get(n, b"") for n in range(1, 18)))
    for size in (200_000, 10**7):
        done = kz.parse_archive(path, tmp_path / str(size), partition_bytes=size, workers=0)
        assert (done.read, done.unread, done.repeated) == (2, len(bad), 1)
        told = reasons(tmp_path / str(size))
        for n, (_, why) in bad.items():
            assert told[f"news.jsonl:{n}"].startswith(why)
        articles = rows(tmp_path / str(size), "articles")
        assert list(articles["article_id"]) == ["kv01", "17"]
        assert articles["published"][1] == "2025-05-06"


def test_a_clipping_that_breaks_a_rule_is_one_row_and_the_others_are_read(folder, tmp_path, monkeypatch):
    def broken(reading):
        found = find(reading)
        if reading.article.article_id == "kv03":
            raise RecursionError("too deep")
        if reading.article.article_id == "kv05":  # no rule may write such a thing
            found["trade"] = [dataclasses.replace(fact, value_usd="much") for fact in found["trade"]]
        return found

    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("kv03", "kv04", "kv05"):
        shutil.copy(folder / f"{name}.txt", seeds)
    find = clipping.find_facts
    monkeypatch.setattr(clipping, "find_facts", broken)
    done = kz.parse_archive(seeds, tmp_path / "out", workers=0)
    assert (done.read, done.unread) == (1, 2)
    told = reasons(tmp_path / "out")
    assert told["kv03.txt"].startswith("the reader failed on it (RecursionError: too deep)")
    assert told["kv05.txt"].startswith("the reader failed on it (ValueError: could not convert string to float: ")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("gone.jsonl", None, "there is no such file or folder"),
        ("news.docx", b"x", "not an archive that can be read"),
        pytest.param("news.jsonl.gz", TORN, "news.jsonl.gz: is cut off or is not what its name says", id="torn"),
        ("news.parquet", b"PAR1", "news.parquet: is cut off or is not what its name says"),
        ("news.jsonl", b"", "holds no clipping"),
    ],
)
def test_what_is_no_archive_is_told(tmp_path, name, data, problem):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(KzvnError, match=problem):
        kz.parse_archive(tmp_path / name, tmp_path / "out")


def test_a_missing_column_an_unknown_address_and_another_archives_folder_are_told(lines, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "_ANSWER", 0.5)
    pq.write_table(pa.table({"id": ["a"], "text": ["b"]}), tmp_path / "a.parquet")
    with pytest.raises(KzvnError, match=r"a\.parquet: needs one column article_id\. Found: id, text\."):
        kz.parse_archive(tmp_path / "a.parquet", tmp_path / "out")
    with pytest.raises(KzvnError, match="nowhere://x: this address can't be opened"):
        kz.parse_archive("nowhere://x", tmp_path / "out2")
    with pytest.raises(UsageError, match="is inside the archive .* and would be read with it"):
        kz.parse_archive(lines.parent, lines.parent / "tables")
    kz.parse_archive(lines, tmp_path / "out3")
    with pytest.raises(KzvnError, match=r"belongs to the tables of another archive \(.*news\.jsonl\)"):
        kz.parse_archive(tmp_path / "a.parquet", tmp_path / "out3")
    with pytest.raises(UsageError, match="tcp://127.0.0.1:9: no Dask scheduler answers there"):
        kz.parse_archive(lines, tmp_path / "out4", scheduler="tcp://127.0.0.1:9")


def test_a_machine_that_differs_reads_nothing(folder, tmp_path, monkeypatch):
    """As a worker sees it: another version of the rules, the tables or the archive not where they are here."""
    seeds = tmp_path / "seeds"
    shutil.copytree(folder, seeds)
    out, read = tmp_path / "out", work.read_partition

    def with_change(change) -> None:
        monkeypatch.setattr(run, "read_partition", lambda part, job: (change(), read(part, job))[1])
        kz.parse_archive(seeds, out, workers=0)

    with pytest.raises(KzvnError, match="seeds: a worker does not see this folder"):
        with_change(lambda: seeds.rename(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").rename(seeds)
    with pytest.raises(KzvnError, match="out: a worker does not see this folder"):
        with_change(lambda: (out / "_archive" / "run.json").unlink())
    with pytest.raises(KzvnError, match="A worker runs another version of this program"):
        with_change(lambda: monkeypatch.setattr(version, "rules", lambda: "another"))
    assert not (out / "trade").exists()


def test_two_runs_do_not_write_the_same_tables_at_once(folder, tmp_path):
    def again(_) -> None:
        with pytest.raises(KzvnError, match="another run is writing these tables"):
            kz.parse_archive(folder, tmp_path, workers=0)

    assert kz.parse_archive(folder, tmp_path, workers=0, progress=again).read == 12


# Corrections


def test_corrections_hold_and_only_what_they_speak_of_is_read_again(folder, small, tmp_path):
    seeds = tmp_path / "seeds"
    shutil.copytree(folder, seeds)
    kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000)
    first, second = small.trade["fact_id"][0], small.visits["fact_id"][3]
    sheet = seeds / "corrections.csv"
    sheet.write_text(f"action,row,column,value,why\nreject,{first},,,no\nchange,{second},period,2024,see the report\n")
    done = kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000)
    assert (done.partitions, done.fresh) == (5, 2)
    assert_same(tmp_path / "out", kz.parse(kz.read_seeds(seeds)))
    sheet.write_text(f"action,row,column,value,why\n\nchange,{second},period,2024,see the report\n")
    assert kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000).fresh == 1  # the rejected row is back
    assert_same(tmp_path / "out", kz.parse(kz.read_seeds(seeds)))
    assert kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000).fresh == 0
    sheet.write_text(
        "action,table,row,column,value,article,quote\n"
        "add,trade,own-1,flow,turnover,kv12,part 12\n"
        "add,,own-1,status,target,,\n"
    )
    assert kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000).fresh == 2  # kv12's, and the one before
    assert_same(tmp_path / "out", kz.parse(kz.read_seeds(seeds)))
    sheet.write_text("action,row\nreject,trade-00000000\n")
    with pytest.raises(KzvnError, match=r"corrections\.csv, line 2: there is no row trade-00000000"):
        kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000)


def test_a_correction_of_rows_with_one_name_must_say_which_is_meant(folder, tmp_path, monkeypatch):
    """Among a million clippings two rows can be called the same."""
    seeds = tmp_path / "seeds"
    shutil.copytree(folder, seeds)
    monkeypatch.setattr(clipping, "_fact_ids", lambda name, facts: [f"{name}-{n}" for n, _ in enumerate(facts)])
    (seeds / "corrections.csv").write_text("action,row\nreject,trade-0\n")
    with pytest.raises(KzvnError, match=r"line 2: several clippings have a row trade-0\. Say in the column article"):
        kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000)
    (seeds / "corrections.csv").write_text("action,row,article\nreject,trade-0,kv03\n")
    kz.parse_archive(seeds, tmp_path / "out", partition_bytes=1000)
    named = {f"kv{n:02}" for n in range(1, 13)}
    assert set(rows(tmp_path / "out", "trade")["article_id"]) == named - {"kv03"}


def test_the_sidecar_holds(folder, tmp_path):
    seeds = tmp_path / "seeds"
    shutil.copytree(folder, seeds)
    (seeds / "2024").mkdir()
    (seeds / "2024" / "kv20.txt").write_text(TEXT.format(n=20, city="Hanoi", amount=700, year=24))
    (seeds / "sources.csv").write_text("file,outlet,published\n2024/kv20.txt,The Hanoi Post,2025-06-01\n")
    kz.parse_archive(seeds, tmp_path / "out")
    articles = rows(tmp_path / "out", "articles").set_index("article_id")
    assert tuple(articles.loc["2024/kv20", ["outlet", "published"]]) == ("The Hanoi Post", "2025-06-01")
    (seeds / "sources.csv").write_text("file,outlet\n2024/kv21.txt,The Hanoi Post\n")
    with pytest.raises(KzvnError, match=r"sources\.csv, line 2: there is no clipping 2024/kv21\.txt"):
        kz.parse_archive(seeds, tmp_path / "out")


# Stopped and started again


def test_only_what_changed_is_read_again(texts, lines, tmp_path):
    path = tmp_path / "news.jsonl"
    shutil.copy(lines, path)
    assert kz.parse_archive(path, tmp_path / "out", partition_bytes=700).fresh > 5
    assert kz.parse_archive(path, tmp_path / "out", partition_bytes=700).fresh == 0
    with path.open("a") as file:
        file.write(json.dumps({"article_id": "kv13", "text": texts["kv12"]}) + "\n")
    again = kz.parse_archive(path, tmp_path / "out", partition_bytes=700)
    assert 1 <= again.fresh <= 2
    assert again.read == 13
    (tmp_path / "out" / "trade" / "part-00002.parquet").unlink()
    assert kz.parse_archive(path, tmp_path / "out", partition_bytes=700).fresh == 1
    (tmp_path / "out" / "trade" / ".kzvn-making-abc").write_bytes(b"half")  # left by a run that was killed
    one = kz.parse_archive(path, tmp_path / "out", partition_bytes=10**6)
    assert (one.partitions, one.read) == (1, 13)
    assert [p.name for p in (tmp_path / "out" / "trade").iterdir()] == ["part-00000.parquet"]


def test_a_run_in_worker_processes_that_was_killed_goes_on_where_it_stood(folder, small, tmp_path):
    call = (
        "import sys, kzvn_analysis as kz\n"
        "if __name__ == '__main__': kz.parse_archive(*sys.argv[1:], partition_bytes=1, workers=1)"
    )
    script = tmp_path / "run.py"
    script.write_text(call)
    run = subprocess.Popen([sys.executable, str(script), str(folder), str(tmp_path)], stderr=subprocess.PIPE, text=True)
    try:
        wait_for_notes(tmp_path, 2, run)
        started = psutil.Process(run.pid).children(recursive=True)
        for process in started:  # Ctrl-C reaches them, too, and is the main process's affair
            process.send_signal(signal.SIGINT)
        stood = wait_for_notes(tmp_path, 4, run)
    finally:
        run.send_signal(signal.SIGKILL)
        said = run.communicate()[1]
    assert "Traceback" not in said
    assert stood < 13
    assert started
    assert not psutil.wait_procs(started, timeout=30)[1]  # its workers end with it
    done = kz.parse_archive(folder, tmp_path, partition_bytes=1, workers=0)
    assert 1 <= done.fresh <= 13 - stood
    assert_same(tmp_path, small)


def wait_for_notes(out: Path, count: int, run: subprocess.Popen) -> int:
    """How many partitions are done, as soon as it is `count`."""
    until = time.monotonic() + 120
    while time.monotonic() < until and run.poll() is None:
        found = len(list((out / "_archive" / "done").glob("[0-9]*.json")))
        if found >= count:
            return found
        time.sleep(0.01)
    raise AssertionError("the run has not come so far")


# A cluster


def test_a_cluster_whose_worker_is_killed_gives_the_same_tables(texts, tmp_path):
    """A real scheduler and two real workers; one of them is killed while both are at work."""
    many = {f"{name}-{i}": text for name, text in texts.items() for i in range(2)}
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{record}\n" for record in map(json.dumps, records(many))), encoding="utf-8")
    wanted = kz.parse([kz.article_from_text(text, name) for name, text in many.items()])
    dask = [sys.executable, "-m", "dask"]
    environment = {**os.environ, "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical"}
    told = tmp_path / "scheduler.json"
    running = []

    def start(*words: str) -> subprocess.Popen:
        running.append(subprocess.Popen([*dask, *words], env=environment, stderr=subprocess.DEVNULL, cwd=tmp_path))
        return running[-1]

    try:
        start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        until = time.monotonic() + 60
        while not (told.exists() and told.read_text().endswith("}")) and time.monotonic() < until:
            time.sleep(0.05)
        address = json.loads(told.read_text())["address"]
        worker = ("worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard")
        workers = [start(*worker), start(*worker)]
        call = (
            "import sys, kzvn_analysis as kz;"
            " print(kz.parse_archive(*sys.argv[1:3], scheduler=sys.argv[3], partition_bytes=500))"
        )
        run = subprocess.Popen(
            [sys.executable, "-c", call, str(path), str(tmp_path / "out"), address],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        running.append(run)
        stood = wait_for_notes(tmp_path / "out", 4, run)
        workers[0].send_signal(signal.SIGKILL)
        out, err = run.communicate(timeout=200)
    finally:
        for process in running:
            process.kill()
            process.wait()
    assert run.returncode == 0, err
    assert "read=24, unread=2" in out
    assert stood < 20
    for table in wanted:
        order = ["article_id", "start", "fact_id"] if table in FACT_TABLES else ["article_id"]
        found, sought = (
            frame.drop(columns=["path"], errors="ignore").sort_values(order, ignore_index=True)
            for frame in (rows(tmp_path / "out", table), wanted[table])
        )
        pd.testing.assert_frame_equal(found, sought, check_dtype=False, obj=table)


# The command


def test_the_command_reads_an_archive_and_tells_what_it_did(lines, tmp_path):
    runner = CliRunner()
    result = runner.invoke(main, ["parse", str(lines), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert result.stdout == (
        "clippings: 12 read, 1 left out\n"
        "rows: trade 12, visits 12, agreements 12, projects 0, sectors 24\n"
        "partitions: 1 read, 0 kept from an earlier run\n"
        f"datasets in {tmp_path / 'out'}\n"
    )
    assert "left out news.jsonl:1: says nothing about Kazakhstan and Viet Nam together" in result.stderr
    assert "\x1b" not in result.stderr
    again = runner.invoke(main, ["parse", str(lines), "--out", str(tmp_path / "out"), "-q"])
    assert (again.exit_code, again.output) == (0, "")


def test_reasons_are_told_with_their_number_the_most_frequent_first(tmp_path):
    told = [*({"article_id": f"fair{n}", "text": PLAIN} for n in range(5)), {"article_id": "empty", "text": ""}]
    (tmp_path / "news.jsonl").write_text("".join(f"{record}\n" for record in map(json.dumps, told)))
    result = CliRunner().invoke(main, ["parse", str(tmp_path / "news.jsonl"), "--out", str(tmp_path / "out")])
    said = [line for line in result.stderr.splitlines() if line.startswith("left out")]
    assert said[0].startswith("left out 5, the first of them news.jsonl:1: says nothing about Kazakhstan and Viet Nam")
    assert said[1].startswith("left out news.jsonl:6: no text")


def test_a_plain_folder_stays_the_small_case_unless_asked(folder, tmp_path):
    runner = CliRunner()
    assert runner.invoke(main, ["parse", str(folder), "--out", str(tmp_path / "a"), "-q"]).exit_code == 0
    assert (tmp_path / "a" / "trade.csv").is_file()
    call = ["parse", str(folder), "--out", str(tmp_path / "b"), "-q", "--workers", "0"]
    assert runner.invoke(main, call).exit_code == 0
    assert (tmp_path / "b" / "trade" / "part-00000.parquet").is_file()
    assert runner.invoke(main, ["parse", str(folder), "--out", "memory://small", "-q"]).exit_code == 0
    assert fsspec.filesystem("memory").exists("/small/trade/part-00000.parquet")


def test_exit_codes(tmp_path):
    runner = CliRunner()
    (tmp_path / "fair.jsonl").write_text(json.dumps({"article_id": "fair", "text": PLAIN}))
    none = runner.invoke(main, ["parse", str(tmp_path / "fair.jsonl"), "--out", str(tmp_path / "out")])
    assert (none.exit_code, "none of the 1 clippings could be read" in none.stderr) == (1, True)
    both = runner.invoke(main, ["parse", str(tmp_path), "--workers", "1", "--scheduler", "tcp://127.0.0.1:9"])
    assert both.exit_code == 2
    gone = runner.invoke(main, ["parse", "s4://gone", "--out", str(tmp_path / "out2")])
    assert (gone.exit_code, "s4://gone: this address can't be opened" in gone.stderr) == (1, True)


def test_the_small_path_needs_no_engine():
    call = (
        "import sys, kzvn_analysis as kz, kzvn_analysis.cli; kz.parse([]);"
        " print({name.partition('.')[0] for name in sys.modules} & {'dask', 'distributed', 'fsspec'})"
    )
    assert subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True).stdout == "set()\n"
