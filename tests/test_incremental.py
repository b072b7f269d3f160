"""Only what changed is done again, and never a stale result: told by what a render says it read and ran."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from briefing_project import ROOT, make_project, write_notebook
from click.testing import CliRunner

import kzvn_analysis as kz
from kzvn_analysis.briefing import notebooks, render
from kzvn_analysis.briefing.project import NOTEBOOKS, Project
from kzvn_analysis.cli import main
from kzvn_analysis.errors import KzvnError
from kzvn_analysis.reconcile import reconcile
from kzvn_analysis.tables import table_files

HEAVY = {"pandas", "matplotlib", "papermill", "nbclient", "pyarrow", "kzvn_analysis.reading", "kzvn_analysis.tables"}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A project of two clippings, rendered once; trade_trends reads a table, visit_cadence has a parameter."""
    folder = tmp_path_factory.mktemp("incremental")
    project = make_project(folder / "p")
    parameters(project, "trade_trends", 'reads = ["trade"]\nas_of = ""\n')
    parameters(project, "visit_cadence", 'as_of = ""\nfloor = 1\n')
    seeds = project.root / "seeds"
    seeds.mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(path, seeds)
    return project, make(project, folder / "out"), folder / "out"


@pytest.fixture
def copy(first, tmp_path):
    """The same project with its cache, elsewhere, to be changed."""
    project, released, _ = first
    shutil.copytree(project.root, tmp_path / "p", symlinks=True)
    return Project(tmp_path / "p"), released, tmp_path / "out"


def make(project, out, *given, **how):
    return render(project.root / "seeds", out, engine="embedded", parameters=given, project=project, **how)


def parameters(project, name, source):
    change_cell(project, name, 0, lambda _: source)


def change_cell(project, name, number, change):
    path = project.notebook(name)
    raw = json.loads(path.read_text(encoding="utf-8"))
    cell = raw["cells"][number]
    cell["source"] = change("".join(cell["source"]))
    path.write_text(json.dumps(raw), encoding="utf-8")


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def kzvn(project, *arguments, options=(), **how):
    return subprocess.run(
        [sys.executable, *options, "-m", "kzvn_analysis", *arguments],
        cwd=project.root, capture_output=True, text=True, check=False, timeout=300, **how,
    )  # fmt: skip


def imported(run):
    return {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}


def test_nothing_changed_is_told_without_reading_anything_again(first):
    project, released, out = first
    given = ("render", "--out", str(out), "--engine", "embedded")
    run = kzvn(project, *given, options=["-X", "importtime"])
    assert run.returncode == 0
    assert f"briefing {released.version}: nothing has changed since it was made" in run.stdout
    assert not HEAVY & imported(run)


def test_help_starts_without_heavy_packages(first):
    run = kzvn(first[0], "--help", options=["-X", "importtime"])
    assert "Usage" in run.stdout and not HEAVY & imported(run)


def test_an_added_clipping_is_read_alone_and_the_tables_are_those_of_a_full_parse(copy):
    project, _, out = copy
    seeds = project.root / "seeds"
    new = sorted((ROOT / "seeds").glob("*.txt"))[2]
    shutil.copy(new, seeds)
    made = make(project, out)
    assert made.read == (new.stem,)
    tables = kz.parse(kz.read_seeds(seeds))
    assert files(made.folder / "tables") == table_files({**tables, **reconcile(tables)})


def test_an_edited_notebook_runs_alone(copy):
    project, _, out = copy
    change_cell(project, "sector_cooperation", 1, lambda source: source + "  # said otherwise")
    made = make(project, out)
    assert (made.read, made.ran) == ((), ("sector_cooperation",))
    assert b"said otherwise" in files(made.folder)["notebooks/sector_cooperation.ipynb"]


def test_a_parameter_runs_the_notebooks_that_declare_it_and_leaves_latest_alone(copy):
    project, released, out = copy
    made = make(project, out, "floor=2")
    assert (made.read, made.ran) == ((), ("visit_cadence",))
    assert not made.is_latest and not made.latest.exists()
    again = make(project, out, "floor=2", latest=True)
    assert again.kept and again.is_latest and os.readlink(again.latest) == made.version


def test_a_table_runs_the_notebooks_that_declare_it(copy):
    project, _, out = copy
    trade = kz.load(project.tables).trade
    text = f"action,row,column,value\nchange,{trade['fact_id'][0]},value_usd,123456789\n"
    (project.root / "seeds" / "corrections.csv").write_text(text)
    made = make(project, out)
    assert (made.read, made.ran) == ((), ("trade_trends",))
    assert b"123456789" in files(made.folder)["tables/trade.csv"]


@pytest.mark.parametrize(("path", "read"), [("plots/style.py", 0), ("reading/data/offices.tsv", 2)])
def test_the_librarys_code_runs_all_notebooks_and_reads_again_only_where_reading_changed(
    copy, monkeypatch, tmp_path, path, read
):
    project, _, out = copy
    library = tmp_path / "kzvn_analysis"
    shutil.copytree(ROOT / "src" / "kzvn_analysis", library, ignore=shutil.ignore_patterns("__pycache__"))
    (library / path).write_bytes((library / path).read_bytes() + b"\n# more\n")
    monkeypatch.setattr("kzvn_analysis.briefing.inputs._LIBRARY", library)
    made = make(project, out)
    assert len(made.read) == read and sorted(made.ran) == sorted(NOTEBOOKS)


def test_another_package_in_the_environment_reads_and_runs_everything(copy, monkeypatch, tmp_path):
    project, released, out = copy
    package = tmp_path / "site" / "pandas-99.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: pandas\nVersion: 99\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    made = make(project, out)
    assert len(made.read) == 2 and sorted(made.ran) == sorted(NOTEBOOKS)
    assert made.version != released.version
    assert json.loads((made.folder / "manifest.json").read_text())["tools"]["pandas"] == "99"


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"not even a head",
    ],
    ids=["empty", "truncated", "one bit", "foreign"],
)
def test_a_harmed_cache_never_gives_another_result(tmp_path, harm):
    from kzvn_analysis.briefing.store import Store

    store = Store(tmp_path / "cache")
    store.put("notebook", "a" * 64, b"the result")
    assert store.get("notebook", "a" * 64) == b"the result"
    [path] = [p for p in (tmp_path / "cache").rglob("*") if p.is_file()]
    path.write_bytes(harm(path.read_bytes()))
    assert store.get("notebook", "a" * 64) is None
    store.put("notebook", "a" * 64, b"the result")
    assert store.get("notebook", "a" * 64) == b"the result"


def test_an_entry_in_anothers_place_counts_as_missing(tmp_path):
    from kzvn_analysis.briefing.store import Store

    store = Store(tmp_path)
    store.put("notebook", "a", b"the result")
    os.rename(tmp_path / "notebook" / "a", tmp_path / "notebook" / "b")
    assert store.get("notebook", "b") is None


def test_the_same_bytes_from_the_cache_and_where_all_of_it_is_broken(first, copy):
    _, released, _ = first
    project, _, out = copy
    wanted = files(released.folder)
    warm = make(project, out / "warm")
    assert (warm.kept, warm.read, warm.ran) == (False, (), ()) and files(warm.folder) == wanted
    for path in (project.build / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:70])
    broken = make(project, out / "broken")
    assert len(broken.read) == 2 and len(broken.ran) == 4 and files(broken.folder) == wanted


def test_a_cache_that_cant_be_written_is_done_without(tmp_path):
    from kzvn_analysis.briefing.store import Store

    (tmp_path / "cache").write_text("a file where the cache should be")
    store = Store(tmp_path / "cache")
    store.put("notebook", "a", b"the result")
    store.sweep()
    assert store.get("notebook", "a") is None


@pytest.mark.parametrize(
    "source",
    [
        "import pandas as pd\npd.read_parquet('_build/tables/visits.parquet')",
        "import pyarrow.parquet as pq\npq.read_table('_build/tables/visits.parquet')",
        "import kzvn_analysis as kz\nlen(kz.open_dossier('_build/tables', '', ['trade']).tables.visits)",
    ],
    ids=["pandas", "arrow", "library"],
)
def test_a_notebook_cant_read_a_table_that_it_does_not_declare(tmp_path, source):
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), [source], 'reads = ["trade"]\n')
    task = notebooks.plan(project, "evidence", {}, {"trade.csv": b"", "visits.parquet": b""})
    assert list(task.files) == ["_build/tables/trade.csv"]
    with pytest.raises(KzvnError, match="notebooks/evidence.ipynb, cell 2: "):
        notebooks.run_notebooks(project, [task])


def test_a_table_that_is_none_is_named(tmp_path):
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), [], 'reads = ["trades"]\n')
    with pytest.raises(KzvnError, match="trades is no table that a notebook can declare. Choose from trade, as"):
        notebooks.plan(project, "evidence", {}, {"trade.csv": b""})


def test_the_limit_is_for_the_whole_notebook(tmp_path):
    project = make_project(tmp_path / "p")
    sleep = "#| label: {}\nimport time; time.sleep({})"
    write_notebook(project.notebook("evidence"), [sleep.format("first", 1.5), sleep.format("second", 1.5)])
    task = notebooks.plan(project, "evidence", {}, {})
    with pytest.raises(KzvnError, match="evidence.ipynb, second: the notebook was stopped here after 2 seconds"):
        notebooks.run_notebooks(project, [task], limit=2)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("min_stage=bad", "choose from mentioned, proposed, agreed, operating"),
        ("levels=state,stately", "-p levels=stately: choose from state, official"),
        ("period=lately", "must be a period"),
        ("as_of=2025-02-30", "must be a day"),
        ("reads=trade", "the program sets this one itself"),
    ],
)
def test_a_value_that_a_notebook_would_refuse_is_refused_before_anything_runs(given, says, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["render", "--out", str(tmp_path / "out"), "-p", given])
    assert result.exit_code == 2 and says in result.stderr
    assert not (tmp_path / "out").exists()


def test_the_choices_in_the_notebooks_are_the_librarys():
    from kzvn_analysis.analysis.sectors import STAGES
    from kzvn_analysis.briefing.parameters import declared
    from kzvn_analysis.facts.visits import LEVELS

    project = Project(ROOT)
    assert declared(project.notebook("visit_cadence"))["levels"].choices == LEVELS
    assert declared(project.notebook("sector_cooperation"))["min_stage"].choices == tuple(STAGES)


def test_a_run_that_is_killed_or_broken_off_leaves_nothing_wrong_behind(copy):
    project, released, out = copy
    shutil.copytree(released.folder, out / released.version)
    os.symlink(released.version, out / "latest")
    before = files(out)
    flag = project.root / "begun"
    hangs = f"open({str(flag)!r}, 'w').write(str(__import__('os').getpid()))\nimport time; time.sleep(300)\n"
    change_cell(project, "evidence", 1, lambda source: hangs + source)
    command = [sys.executable, "-m", "kzvn_analysis", "render", "--out", str(out), "--engine", "embedded"]
    for number in (signal.SIGINT, signal.SIGKILL):
        flag.unlink(missing_ok=True)
        run = subprocess.Popen(command, cwd=project.root, stderr=subprocess.PIPE, text=True)
        wait_for(lambda: flag.exists() and flag.read_text())
        run.send_signal(number)
        said = run.communicate(timeout=60)[1]
        assert "Traceback" not in said
        wait_for(lambda: not alive(int(flag.read_text())))
        assert files(out) == before
    change_cell(project, "evidence", 1, lambda source: source.removeprefix(hangs))
    assert make(project, out).kept and files(out) == before


def test_no_room_on_the_disk_is_one_line_and_the_next_run_recovers(copy):
    import resource

    project, released, out = copy
    shutil.rmtree(project.build)

    def little():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    run = kzvn(project, "render", "--out", str(out), "--engine", "embedded", preexec_fn=little)
    assert run.returncode == 1 and "File too large" in run.stderr and "Traceback" not in run.stderr
    assert not (out / "latest").exists()


def test_a_release_is_made_again_byte_for_byte_and_the_first_difference_is_named(copy, monkeypatch):
    project, released, out = copy
    shutil.copytree(released.folder, out / released.version)
    os.symlink(released.version, out / "latest")
    monkeypatch.chdir(project.root)
    before = files(out)
    same = CliRunner().invoke(main, ["verify", "--out", str(out), "-q"])
    assert (same.exit_code, same.stdout) == (0, ""), same.output
    assert files(out) == before and os.readlink(out / "latest") == released.version
    page = out / released.version / "briefing.html"
    data = page.read_bytes()
    page.write_bytes(data[:1000] + bytes([data[1000] ^ 1]) + data[1001:])
    other = CliRunner().invoke(main, ["verify", released.version, "--out", str(out)])
    assert other.exit_code == 1 and "briefing.html: differs from byte 1000 on" in other.stdout
    clipping = sorted((project.root / "seeds").glob("*.txt"))[0]
    clipping.write_text("something else")
    gone = CliRunner().invoke(main, ["verify", released.version, "--out", str(out)])
    assert gone.exit_code == 2 and f"not at hand: seeds/{clipping.name} (digest " in gone.stderr
    none = CliRunner().invoke(main, ["verify", "2020-01-01-00000000", "--out", str(out)])
    assert none.exit_code == 2 and "there is no such release" in none.stderr


def wait_for(what, seconds=120):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        time.sleep(0.05)


def alive(pid):
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
