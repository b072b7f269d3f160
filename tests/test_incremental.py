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
from briefing_project import NOTEBOOKS, ROOT, cell_for, make_project, make_short_project, write_notebook
from click.testing import CliRunner

import kzvn_analysis as kz
from kzvn_analysis.briefing import Progress, notebooks, render
from kzvn_analysis.briefing.project import Project
from kzvn_analysis.cli import main
from kzvn_analysis.errors import KzvnError
from kzvn_analysis.reconcile import reconcile
from kzvn_analysis.tables import save, table_files

HEAVY = {"pandas", "matplotlib", "papermill", "nbclient", "pyarrow"}
HEAVY |= {f"kzvn_analysis.{name}" for name in ("reading", "clipping", "tables")}

ALL = '["articles", "trade", "visits", "agreements", "projects", "sectors", "unread"]'
COMPARED = [
    f"""#| label: what-changed
import kzvn_analysis as kz
from IPython.display import Markdown, display
from kzvn_analysis.prose import annex, changes_box
dossier = kz.open_dossier("_build/tables", as_of, {ALL})
changes_box.box(dossier, earlier_dir)
""",
    """#| label: evidence
display(Markdown("[]{#trade-1a2b3c4d}"), annex.sources(dossier), annex.evidence(dossier))
""",
]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A project of two clippings, rendered once; trade_trends reads a table, visit_cadence has a parameter."""
    folder = tmp_path_factory.mktemp("incremental")
    project = make_short_project(folder / "p")
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


@pytest.mark.parametrize(("path", "read"), [("tables.py", 0), ("reading/data/offices.tsv", 2)])
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


def test_a_notebook_of_ones_own_runs_once_the_document_embeds_it(copy):
    project, _, out = copy
    write_notebook(project.root / "notebooks" / "energy.ipynb", [cell_for("energy-says")], 'floor_mw = 5\n')
    assert "energy" not in project.notebooks
    with project.source.open("a", encoding="utf-8") as file:
        file.write("\n\n## Energy\n\n{{< embed ../_build/notebooks/energy.ipynb#energy-says >}}\n")
    made = make(project, out, "floor_mw=7")
    assert "energy" in made.ran
    assert "A sentence of energy-says." in made.html.read_text(encoding="utf-8")
    assert (made.folder / "notebooks" / "energy.ipynb").is_file()


def test_an_embedded_notebook_that_is_not_there_is_named_with_its_line(copy):
    project, _, out = copy
    with project.source.open("a", encoding="utf-8") as file:
        file.write("\n{{< embed ../_build/notebooks/energie.ipynb#energy-says >}}\n")
    line = len(project.source.read_text(encoding="utf-8").splitlines())
    run = kzvn(project, "render", "--out", str(out), "--engine", "embedded")
    assert run.returncode == 1 and "Traceback" not in run.stderr
    assert (
        f"report/briefing.qmd, line {line}: it embeds cells of notebooks/energie.ipynb, which is not there."
        in " ".join(run.stderr.split())
    )


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


def test_a_notebook_cant_read_a_table_that_it_does_not_declare(tmp_path):
    project = make_project(tmp_path / "p")
    refused = "try:\n    {}\nexcept Exception:\n    pass\nelse:\n    raise RuntimeError('it was read')"
    ways = [
        refused.format("import pandas as pd; pd.read_parquet('_build/tables/visits.parquet')"),
        refused.format("import pyarrow.parquet as pq; pq.read_table('_build/tables/visits.parquet')"),
        "import kzvn_analysis as kz\nlen(kz.open_dossier('_build/tables', '', ['trade']).tables.visits)",
    ]
    write_notebook(project.notebook("evidence"), ways, 'reads = ["trade"]\n')
    tables = kz.parse([])
    task = notebooks.plan(project, "evidence", {}, table_files(tables))
    assert list(task.files) == ["_build/tables/trade.parquet", "_build/tables/trade.csv"]
    with pytest.raises(KzvnError, match="notebooks/evidence.ipynb, cell 4: .*table .* is read but not declared"):
        notebooks.run_notebooks(project, [task])


def test_a_notebook_needs_only_the_tables_that_it_speaks_of(tmp_path):
    tables = kz.parse(kz.read_seeds(ROOT / "seeds"))
    files = table_files({**tables, **reconcile(tables)})
    reads = {name: notebooks.plan(Project(ROOT), name, {}, files).files for name in NOTEBOOKS}
    assert "_build/tables/projects.parquet" not in reads["trade_trends"].keys() | reads["visit_cadence"].keys()
    save({**tables, **reconcile(tables)}, tmp_path)
    few = ["articles", "trade", "unread", "reconciled_clippings"]
    whole = kz.open_dossier(tmp_path, "2025-05-09")
    part = kz.open_dossier(tmp_path, "2025-05-09", few)
    for what in ("sources", "used", "later", "as_of"):
        assert getattr(part, what) == getattr(whole, what), what
    fact = whole.tables.trade["fact_id"][0]
    assert part.facts[fact] == whole.facts[fact]
    with pytest.raises(KzvnError, match="visits is read but not declared"):
        part.facts["visits-00000000"]
    tables.save(tmp_path / "plain")  # without the reconciled ones
    assert kz.open_dossier(tmp_path / "plain", "", few).sources == kz.dossier(tables).sources


def test_a_table_that_is_none_is_named(tmp_path):
    project = make_project(tmp_path / "p")
    write_notebook(project.notebook("evidence"), [], 'reads = ["trades"]\n')
    with pytest.raises(KzvnError, match="trades is not a table that a notebook can declare. Choose from trade, as"):
        notebooks.plan(project, "evidence", {}, {"trade.csv": b""})


def test_the_limit_is_for_the_whole_notebook(tmp_path):
    project = make_project(tmp_path / "p")
    sleep = "#| label: {}\nimport time; time.sleep({})"
    write_notebook(project.notebook("evidence"), [sleep.format("first", 0.7), sleep.format("second", 0.7)])
    task = notebooks.plan(project, "evidence", {}, {})
    with pytest.raises(KzvnError, match="evidence.ipynb, second: the notebook was stopped here after 1 seconds"):
        notebooks.run_notebooks(project, [task], limit=1)


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


ODD = """
import os, time
LATER = 40_000_000
for name, much in (("time", LATER), ("time_ns", LATER * 10**9)):
    setattr(time, name, lambda real=getattr(time, name), much=much: real() + much)
for name in ("localtime", "gmtime", "ctime"):
    setattr(time, name, lambda at=None, real=getattr(time, name): real(time.time() if at is None else at))
real_list, real_scan = os.listdir, os.scandir
os.listdir = lambda *given: sorted(real_list(*given), reverse=True)
class scandir:
    def __init__(self, *given):
        with real_scan(*given) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *given):
        pass
    def close(self):
        pass
os.scandir = scandir
with open(os.environ.get("KZVN_TEST_SEEN", os.devnull), "a") as seen:
    print(time.localtime().tm_year, os.listdir("/")[0], file=seen)
"""


def test_after_a_full_disk_another_user_another_day_and_another_order_of_files_give_the_same_bytes(first, copy):
    import datetime
    import resource

    _, released, _ = first
    project, _, out = copy
    shutil.rmtree(project.build)
    given = ("render", "--out", str(out), "--engine", "embedded")

    def little():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    run = kzvn(project, *given, preexec_fn=little)
    assert run.returncode == 1 and "File too large" in run.stderr and "Traceback" not in run.stderr
    assert not (out / "latest").exists()
    odd = project.root.parent / "odd"
    odd.mkdir()
    (odd / "sitecustomize.py").write_text(ODD)
    paths = os.pathsep.join(filter(None, [str(odd), os.environ.get("PYTHONPATH")]))
    strange = {
        "PYTHONPATH": paths, "USER": "someone", "LOGNAME": "someone", "HOME": "/dev/null/home", "TZ": "Asia/Almaty",
        "LC_ALL": "C", "KZVN_TEST_SEEN": str(odd / "seen"),
    }  # fmt: skip
    run = kzvn(project, *given, env={**os.environ, **strange})
    assert run.returncode == 0, run.stderr
    seen = (odd / "seen").read_text().split()
    assert int(seen[0]) > datetime.date.today().year and seen[1] == max(os.listdir("/"))
    assert "matplotlib" not in run.stderr.lower()
    assert files(out / released.version) == files(released.folder)


def test_a_second_render_waits_for_the_first_says_so_and_both_succeed(copy):
    project, _, out = copy
    begun, go = project.root / "begun", project.root / "go"
    waits = f"""import os, time
open({str(begun)!r}, "w").close()
while not os.path.exists({str(go)!r}):
    time.sleep(0.05)
"""
    change_cell(project, "sector_cooperation", 1, lambda source: source.replace("\n", f"\n{waits}", 1))
    command = [sys.executable, "-m", "kzvn_analysis", "render", "--out", str(out), "--engine", "embedded"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": project.root}
    one = subprocess.Popen(command, **pipes)
    try:
        wait_for(begun.exists)
        with subprocess.Popen(command, **pipes) as other:
            line = next(line for line in other.stderr if "another render is running" in line)
            assert "waiting" in line and one.poll() is None
            go.touch()
            said, _ = other.communicate(timeout=120)
        assert one.wait(120) == other.returncode == 0
        assert out.joinpath("latest").resolve().name in said
        assert len([path for path in out.iterdir() if path.name != "latest"]) == 1
    finally:
        one.kill()
        one.communicate()


def test_where_nothing_can_be_kept_a_render_succeeds_and_says_so(copy, monkeypatch):
    project, released, out = copy
    style = project.report / "style.css"
    style.write_text(style.read_text() + "\np { color: #123; }\n")

    def refuse(path, data):
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr("kzvn_analysis.briefing.store.replace_file", refuse)
    heard = []
    hearer = Progress()
    hearer.note = heard.append
    made = make(project, out, progress=hearer)
    assert made.version != released.version and made.ran == () and b"color: #123" in made.html.read_bytes()
    assert [note for note in heard if note.startswith("_build/cache: can't be written (Read-only file system)")]


def test_quarto_is_asked_for_its_version_once_and_again_when_it_is_another(tmp_path, monkeypatch):
    from kzvn_analysis.briefing import engines
    from kzvn_analysis.briefing.store import Store

    program, asked = tmp_path / "quarto", tmp_path / "asked"
    program.write_text(f"#!/bin/sh\necho x >> {asked}\necho 1.11.3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    store = Store(tmp_path / "cache")
    for _ in range(2):
        assert engines.choose("auto", store=store)[0] == {"name": "quarto", "version": "1.11.3"}
    assert asked.read_text() == "x\n"
    program.write_text(program.read_text().replace("1.11.3", "1.12.0 "))
    assert engines.choose("auto", store=store)[0]["version"] == "1.12.0"


def test_parse_reads_a_clipping_once(copy):
    project, _, out = copy
    for path in (project.build / "cache").glob("tables/*"):
        path.unlink()
    run = kzvn(project, "parse", "--out", str(out), options=["-X", "importtime"])
    assert run.returncode == 0, run.stderr
    assert "py3langid" not in imported(run)  # which tells the language of a text that is read
    tables = kz.parse(kz.read_seeds(project.root / "seeds"))
    assert files(out) == table_files({**tables, **reconcile(tables)})


def test_a_release_is_made_again_byte_for_byte_and_the_first_difference_is_named(copy, monkeypatch):
    project, released, out = copy
    shutil.copytree(released.folder, out / released.version)
    os.symlink(released.version, out / "latest")
    write_notebook(
        project.notebook("evidence"),
        [cell_for("key-findings"), *COMPARED],
        f'reads = {ALL}\nas_of = ""\nearlier_dir = ""\n',
    )
    trade = kz.load(project.tables).trade
    text = f"action,row,column,value\nchange,{trade['fact_id'][0]},value_usd,123456789\n"
    (project.root / "seeds" / "corrections.csv").write_text(text)
    made = make(project, out)
    assert json.loads((made.folder / "manifest.json").read_text())["earlier"]["version"] == released.version
    assert "What changed since" in made.html.read_text(encoding="utf-8")
    monkeypatch.chdir(project.root)
    before = files(out)
    last = sorted(path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file())[-1]
    data = (made.folder / last).read_bytes()
    (made.folder / last).write_bytes(data[:1000] + bytes([data[1000] ^ 1]) + data[1001:])
    harmed = files(out)
    other = CliRunner().invoke(main, ["verify", made.version, "--out", str(out)])
    # Files are compared in the order of their names, so all others were made again byte for byte.
    assert other.exit_code == 1 and f"{last}: differs from byte 1000 on" in other.stdout, other.output
    assert files(out) == harmed and os.readlink(out / "latest") == made.version
    (made.folder / last).write_bytes(data)
    assert files(out) == before
    with monkeypatch.context() as patch:  # as if all of it had been made again
        patch.setattr("kzvn_analysis.briefing.verify.render", lambda *_, **__: made)
        same = CliRunner().invoke(main, ["verify", "--out", str(out), "-q"])
    assert (same.exit_code, same.stdout) == (0, ""), same.output
    (out / released.version / "tables" / "trade.parquet").write_bytes(b"")
    broken = CliRunner().invoke(main, ["verify", made.version, "--out", str(out)])
    assert broken.exit_code == 2 and released.version in broken.stderr
    clipping = sorted((project.root / "seeds").glob("*.txt"))[0]
    clipping.write_text("something else")
    gone = CliRunner().invoke(main, ["verify", made.version, "--out", str(out)])
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
