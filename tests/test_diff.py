"""Two sets of tables compared: each kind of difference, and what is none."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pandas as pd
import pypandoc
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kzvn_analysis as kz
from kzvn_analysis.cli import main
from kzvn_analysis.diff import Side, compare
from kzvn_analysis.diff.as_json import as_json
from kzvn_analysis.prose.changes_report import as_markdown, as_text
from kzvn_analysis.reconcile import reconcile
from kzvn_analysis.tables import FACT_TABLES, save

FIRST = (
    "HANOI, May 6, 2025 (VNA) - Trade turnover between Kazakhstan and Vietnam reached $879 million in 2024, "
    "Vietnam's trade ministry said. General Secretary To Lam paid a state visit to Kazakhstan on May 5-7, 2025.\n"
)
SECOND = (
    "ASTANA, June 2, 2025 (Trend) - Trade turnover between Kazakhstan and Vietnam reached nearly $1 billion "
    "in 2024, the Kazakh ministry said. Kazakhstan plans to open direct flights between Astana and Hanoi.\n"
)
CLIPPINGS = {"first.txt": FIRST, "second.txt": SECOND}


@pytest.fixture
def tables(tmp_path):
    """Tables of clippings and sheets, texts by file name."""
    made = iter(range(99))

    def of(clippings, corrections=""):
        folder = tmp_path / f"seeds{next(made)}"
        folder.mkdir()
        for name, text in clippings.items():
            (folder / name).write_text(text, encoding="utf-8")
        if corrections:
            (folder / "corrections.csv").write_text(corrections, encoding="utf-8")
        return kz.parse(kz.read_seeds(folder))

    return of


def side(tables, name="side"):
    return Side(name, kz.dossier(tables))


def between(old, new):
    return compare(side(old, "old"), side(new, "new"))


def kinds(difference):
    """What changed among the facts: (table, kind) of each."""
    return [(c.table, c.kind) for c in difference.facts]


def with_rows(tables, name, change):
    """The tables with another frame for one of them."""
    return replace(tables, **{name: change(tables[name].copy())})


def test_a_new_clipping_adds_its_facts_and_widens_what_was_known(tables):
    found = between(tables({"first.txt": FIRST}), tables(CLIPPINGS))
    assert [(c.kind, c.new["path"]) for c in found.clippings] == [("added", "second.txt")]
    assert {kind for _, kind in kinds(found)} == {"added"} and ("trade", "added") in kinds(found)
    assert all(c.new["article_id"] == "second" for c in found.facts)
    text = " ".join(as_text(found).split())
    assert (
        "~ Trade turnover in 2024: was $879 million from one source, now $879 million with a spread to $1 billion "
        "from two sources; sources now disagree about the amount" in text
    )
    assert "+ Trade turnover, 2024: nearly $1 billion “" in text and "second.txt; trade-" in text


def test_a_clipping_that_is_gone_takes_its_facts_along(tables):
    found = between(tables(CLIPPINGS), tables({"first.txt": FIRST}))
    assert [(c.kind, c.old["path"]) for c in found.clippings] == [("gone", "second.txt")]
    assert {kind for _, kind in kinds(found)} == {"gone"}
    assert "; sources no longer disagree" in " ".join(as_text(found).split())


def test_a_corrected_cell_is_a_change_of_that_fact(tables):
    before = tables(CLIPPINGS)
    row = before.trade.query("article_id == 'first'").iloc[0]["fact_id"]
    sheet = f"action,table,row,column,value,article,quote,why\nchange,,{row},period,2023,,,see the ministry's table\n"
    found = between(before, tables(CLIPPINGS, sheet))
    assert kinds(found) == [("trade", "changed")] and not found.clippings
    cells = {c.column: (c.old, c.new) for c in found.facts[0].cells}
    assert cells["period"] == ("2024", "2023") and set(cells) == {"period", "corrected"}
    text = " ".join(as_text(found).split())
    assert "date was 2024, now 2023; corrected by hand: period was 2024 (see the ministry's table)" in text
    assert "+ Trade turnover in 2023: new, $879 million from one source" in text


def test_a_row_rejected_is_gone_and_its_visit_with_it(tables):
    before = tables(CLIPPINGS)
    row = before.visits.iloc[0]["fact_id"]
    found = between(before, tables(CLIPPINGS, f"action,row\nreject,{row}\n"))
    assert kinds(found) == [("visits", "gone")]
    text = " ".join(as_text(found).split())
    assert "- No longer reported: To Lam’s state visit to Kazakhstan, from 5 to 7 May 2025" in text


def test_a_moved_sentence_is_no_news(tables):
    moved = FIRST.replace(" - Trade", " - Rain fell in Hanoi all day long. Trade")
    found = between(tables(CLIPPINGS), tables({**CLIPPINGS, "first.txt": moved}))
    assert not found.facts and not found.together
    assert [c.kind for c in found.clippings] == ["changed"] and "first.txt: text edited" in as_text(found)


def test_a_renamed_file_is_told_as_that_and_nothing_else(tables):
    found = between(tables(CLIPPINGS), tables({"renamed.txt": FIRST, "second.txt": SECOND}))
    assert not found.facts and not found.together
    assert [(c.column, c.old, c.new) for c in found.clippings[0].cells] == [("path", "first.txt", "renamed.txt")]
    assert "~ first.txt is now named renamed.txt\n" in as_text(found)


def test_files_that_exchange_their_names_keep_their_facts(tables):
    found = between(tables(CLIPPINGS), tables({"first.txt": SECOND, "second.txt": FIRST}))
    assert not found.facts and [c.kind for c in found.clippings] == ["changed", "changed"]


def test_a_figure_that_an_edited_clipping_gives_otherwise_is_a_change(tables):
    other = FIRST.replace("$879 million in 2024, Vietnam's trade ministry said", "$881 million in 2024, it is said")
    found = between(tables({"first.txt": FIRST}), tables({"first.txt": other}))
    assert kinds(found) == [("trade", "changed"), ("sectors", "wording")]
    assert "Trade turnover in 2024: was $879 million from one source, now $881 million from one source" in " ".join(
        as_text(found).split()
    )


def test_other_words_for_the_same_values_are_told_last_and_briefly(tables):
    other = FIRST.replace("Vietnam's trade ministry said", "an official of Vietnam's trade ministry told reporters")
    found = between(tables(CLIPPINGS), tables({**CLIPPINGS, "first.txt": other}))
    assert {c.kind for c in found.facts} == {"wording"} and not found.together
    text = as_text(found)
    assert text.index("SAME VALUES, OTHER WORDS: 2 REWORDED") > text.index("CLIPPINGS")
    assert json.loads(as_json(found))["counts"]["trade"] == {"added": 0, "changed": 0, "gone": 0, "wording": 1}


def test_another_visit_of_the_same_person_is_another_visit(tables):
    one = "Vietnamese President To Lam paid a state visit to Kazakhstan on May 5-7, 2025."
    two = "ASTANA, June 2, 2025 - In Astana, Vietnam's To Lam was received on an official visit in August 2023."
    found = between(tables({"a.txt": f"HANOI, May 9, 2025 - {one}\n"}), tables({"a.txt": f"{two}\n"}))
    assert sorted(kind for table, kind in kinds(found) if table == "visits") == ["added", "gone"]


def test_of_two_equal_rows_one_can_go(tables):
    once = tables(CLIPPINGS)
    twin = once.trade.iloc[[0]].assign(fact_id=once.trade.iloc[0]["fact_id"] + "-2")
    twice = with_rows(once, "trade", lambda frame: pd.concat([frame, twin], ignore_index=True))
    assert not between(twice, twice)
    assert kinds(between(twice, once)) == [("trade", "gone")]
    assert kinds(between(once, twice)) == [("trade", "added")]


def test_of_several_candidates_the_closest_is_taken(tables):
    text = (
        "HANOI, May 6, 2025 - Trade between Kazakhstan and Vietnam reached $879 million in 2024. "
        "Trade between Vietnam and Kazakhstan was nearly $1 billion in 2024, officials in Astana said.\n"
    )
    other = text.replace("nearly $1 billion", "about $1 billion")
    found = between(tables({"a.txt": text}), tables({"a.txt": other}))
    changed = [c for c in found.facts if c.table == "trade"]
    assert [(c.kind, c.old["value_usd"], c.new["value_usd"]) for c in changed] == [("changed", 1e9, 1e9)]
    assert "bound" in {c.column for c in changed[0].cells}


def test_what_is_left_out_and_what_is_read_again_is_told(tables):
    before, after = tables({**CLIPPINGS, "notes.txt": ""}), tables({**CLIPPINGS, "notes.txt": SECOND.upper()})
    found = between(tables(CLIPPINGS), before)
    assert "+ notes.txt: left out (the file is empty;" in as_text(found)
    assert "read now; it was left out" in " ".join(as_text(between(before, after)).split())


def test_a_sector_that_moves_is_told(tables, seed_tables):
    def further(frame):
        frame["stage"] = frame["stage"].mask(frame["sector"] == "finance", "operating")
        return frame

    found = between(seed_tables, with_rows(seed_tables, "sectors", further))
    assert "~ Finance: was proposed, now operating\n" in as_text(found)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**16), shift=st.integers(0, 5000))
def test_order_and_offsets_say_nothing(seed_tables, seed, shift):
    def shuffled(frame):
        frame = frame.sample(frac=1, random_state=seed).reset_index(drop=True)
        if "start" in frame.columns:
            frame = frame.assign(start=frame["start"] + shift, end=frame["end"] + shift)
        return frame

    other = replace(seed_tables, **{name: shuffled(frame) for name, frame in seed_tables.items()})
    assert not between(seed_tables, other) and not between(other, seed_tables)


CELLS = {
    "trade": {"period": ["2023", "2024", "2020"], "value_usd": [879e6, 1e9, 5e8], "bound": ["about", "exact"]},
    "visits": {"period": ["2025-05", "2023-08-21"], "level": ["state", "talks"], "visitor": ["To Lam", "Lam"]},
    "agreements": {"title": ["council", "visa waiver"], "status": ["proposed", "concluded"]},
    "projects": {"title": ["plant", "flights"], "place": ["Astana", "Hanoi"]},
    "sectors": {"stage": ["mentioned", "operating"]},
}


@st.composite
def edits(draw):
    """Cells that are set, rows and quotes that are lost, by table."""
    table = st.sampled_from(FACT_TABLES)
    lost = draw(st.lists(st.tuples(table, st.integers(0, 40)), max_size=8))
    cells = []
    for name in draw(st.lists(table, max_size=12)):
        column = draw(st.sampled_from(sorted(CELLS[name])))
        cells.append((name, draw(st.integers(0, 40)), column, draw(st.sampled_from(CELLS[name][column]))))
    return lost, cells


def edited(tables, edit):
    lost, cells = edit
    frames = {name: frame.copy() for name, frame in tables.items()}
    for name, row, column, value in cells:
        frame = frames[name]
        frame.loc[row % len(frame), column] = value
    for name, row in lost:
        if len(frames[name]) > 1:
            frames[name] = frames[name].drop(index=frames[name].index[row % len(frames[name])])
    return replace(tables, **{name: frame.reset_index(drop=True) for name, frame in frames.items()})


def plain(change, mirrored=False):
    old, new = (change.new, change.old) if mirrored else (change.old, change.new)
    cells = [(c.column, *((str(c.new), str(c.old)) if mirrored else (str(c.old), str(c.new)))) for c in change.cells]
    return str((change.table, old, new, cells))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=edits(), two=edits())
def test_exchanging_the_sides_exchanges_added_and_gone(seed_tables, one, two):
    old, new = side(edited(seed_tables, one)), side(edited(seed_tables, two))
    there, back = compare(old, new), compare(new, old)
    for part in ("clippings", "facts", "together"):
        forth = sorted(plain(change) for change in getattr(there, part))
        assert forth == sorted(plain(change, mirrored=True) for change in getattr(back, part))
    assert not compare(old, old)


# Formats

SCHEMA = json.loads(files("kzvn_analysis.diff").joinpath("changes.schema.json").read_text(encoding="utf-8"))
HOSTILE = (
    "ASTANA, June 2, 2025 - <script>alert(1)</script> Trade turnover between Kazakhstan and Vietnam reached "
    "$879 million in 2024, @minister #1 </details> [click](javascript:alert(1)) | **bold** `code` "
    "![x](http://x.test/i) \x1b[31m\u202e {{< include x >}} $x^2$ <!-- said -->.\n"
)


@pytest.fixture
def hostile(tables):
    name = "[a](x) <b> @who #2.txt"
    return between(tables({"first.txt": FIRST}), tables({"first.txt": FIRST, name: HOSTILE}))


def test_json_is_what_its_schema_says(tables, hostile):
    found = between(tables(CLIPPINGS), tables({"first.txt": FIRST.replace("879", "881"), "new.txt": HOSTILE}))
    for difference in (hostile, found, between(tables(CLIPPINGS), tables(CLIPPINGS))):
        text = as_json(difference)
        jsonschema.validate(json.loads(text), SCHEMA, format_checker=jsonschema.FormatChecker())
        assert json.loads(text)["different"] is bool(difference)
    row = json.loads(as_json(hostile))["facts"][0]
    assert row["new"]["value_usd"] == 879000000 and row["source"]["path"].startswith("[a](x)")
    assert row["new"]["quote"] in HOSTILE


@pytest.mark.parametrize("reader", ["gfm", "commonmark_x", "markdown"])
def test_a_clippings_words_are_no_markdown(hostile, reader):
    text = str(as_markdown(hostile))
    html = pypandoc.convert_text(text, "html", format=reader)
    allowed = {"h3", "strong", "ul", "li", "p", "details", "summary"}
    assert {tag.lower() for tag in re.findall(r"</?([A-Za-z][\w-]*)", html)} <= allowed
    assert "alert(1)" in html and "@\u2060minister" in html and "#\u20601" in html and "\x1b" not in text
    assert html.count("<details>") == html.count("</details>")


def test_the_terminal_gets_no_control_characters_and_80_columns(hostile):
    text = as_text(hostile)
    assert "\x1b" not in text and "\u202e" not in text and "\\" not in text
    assert "<script>alert(1)</script>" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_long_sections_are_folded_in_markdown(tables, seed_tables):
    text = str(as_markdown(between(tables(CLIPPINGS), seed_tables)))
    assert "<details>\n<summary>Projects: 18 added, 1 gone</summary>" in text
    html = pypandoc.convert_text(text, "html", format="gfm")
    assert html.count("<details>") == html.count("</details>") >= 3


# The command


@pytest.fixture
def folders(tables, tmp_path):
    made = {}
    for name, clippings in (("one", {"first.txt": FIRST}), ("two", CLIPPINGS)):
        found = tables(clippings)
        made[name] = tmp_path / name
        save({**found, **reconcile(found)}, made[name])
    return made


def call(*arguments):
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def test_the_exit_code_tells_same_different_and_wrong(folders, tmp_path):
    assert call(folders["one"], folders["one"]).exit_code == 0
    done = call(folders["one"], folders["two"])
    words = " ".join(done.output.split())
    assert done.exit_code == 1 and "one (6 May 2025; one clipping) to" in words
    assert call(folders["one"], folders["two"], "--format", "xml").exit_code == 2
    assert call(folders["one"], tmp_path / "nowhere").exit_code == 2


def test_a_half_or_foreign_folder_is_named_and_no_traceback(folders, tmp_path):
    (tmp_path / "empty").mkdir()
    half = shutil.copytree(folders["two"], tmp_path / "half")
    (half / "visits.parquet").unlink()
    cut = shutil.copytree(folders["two"], tmp_path / "cut")
    (cut / "trade.parquet").write_bytes((cut / "trade.parquet").read_bytes()[:200])
    foreign = shutil.copytree(folders["two"], tmp_path / "foreign")
    pd.DataFrame({"a": [1]}).to_parquet(foreign / "trade.parquet")
    odd = shutil.copytree(folders["two"], tmp_path / "odd")
    (odd / "manifest.json").write_text("[]")
    wanted = {"empty": "articles.parquet is missing", "half": "visits.parquet is missing", "cut": "trade.parquet: not"}
    wanted |= {"foreign": "no column", "odd": "damaged"}
    for name, words in wanted.items():
        for arguments in ((folders["one"], tmp_path / name), (tmp_path / name, folders["one"])):
            done = call(*arguments)
            assert done.exit_code == 2 and words in done.output and done.output.startswith("kzvn: "), done.output
            assert done.output.count("\n") == 1 and isinstance(done.exception, SystemExit)
    done = call(folders["one"], folders["one"] / "trade.csv")
    assert done.exit_code == 2 and "there is no such folder" in done.output


def test_tables_of_an_earlier_version_may_lack_a_column(folders):
    path = folders["one"] / "trade.parquet"
    frame = pd.read_parquet(path)
    frame.drop(columns=["bound", "corrected"]).to_parquet(path)
    done = call(folders["one"], folders["two"], "--format", "json")
    assert done.exit_code == 1
    assert all(change["kind"] == "added" for change in json.loads(done.output)["facts"])


def test_what_readers_saw_is_compared_not_what_would_be_reckoned_today(folders):
    path = folders["two"] / "reconciled_trade.parquet"
    frame = pd.read_parquet(path)
    frame["value_usd"] = frame["value_usd"].mask(frame["period"] == "2024", 5e8)
    other = shutil.copytree(folders["two"], folders["two"].with_name("other"))
    frame.to_parquet(other / "reconciled_trade.parquet")
    done = call(folders["two"], other)
    assert done.exit_code == 1 and "now $500 million" in " ".join(done.output.split())
