"""The analyst's corrections: rejected, changed and added rows, and lines that can't be meant."""

from __future__ import annotations

import re
import shutil

import pandas as pd
import pytest
from lxml import html as lxml_html

import kzvn_analysis as kz
from kzvn_analysis.facts import TABLES, columns
from kzvn_analysis.facts.articles import ArticleFact
from kzvn_analysis.prose import annex
from kzvn_analysis.prose.in_notebook import as_html
from kzvn_analysis.tables import save
from kzvn_analysis.triage import KINDS

TEXT = (
    " date 2025-05-06 ASTANA – Kazakhstan and Vietnam held talks on trade.\n\n"
    "In 2024, trade turnover between Kazakhstan and Vietnam amounted to $879 million.\n\n"
    "The ministry said freight trains had carried tea to Almaty since spring.\n"
)
HEADER = "action,table,row,column,value,article,quote,why\n"
TEA = "The ministry said freight trains had carried tea to Almaty since spring."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def row(folder):
    """The fact_id of the one trade row."""
    (fact_id,) = kz.parse(kz.read_seeds(folder)).trade["fact_id"]
    return fact_id


def correct(folder, *lines):
    (folder / "corrections.csv").write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return kz.parse(kz.read_seeds(folder))


def test_a_rejected_row_is_gone_and_the_others_stay(folder, row):
    tables = correct(folder, f"reject,,{row},,,,,a misprint")
    assert tables.trade.empty
    assert list(tables.sectors["sector"])  # trade, still


def test_a_changed_cell_says_what_it_was_and_why(folder, row):
    (changed,) = correct(folder, f"change,,{row},value_usd,878500000,,,ministry's table").trade.itertuples()
    assert changed.value_usd == 878_500_000
    assert changed.fact_id == row
    assert changed.corrected == "value_usd was 879000000 (ministry's table)"
    assert changed.quote == "In 2024, trade turnover between Kazakhstan and Vietnam amounted to $879 million."


def test_an_empty_value_makes_a_cell_missing(folder, row):
    (changed,) = correct(folder, f"change,,{row},period,,,,").trade.itertuples()
    assert str(changed.period) == "<NA>"


def test_an_added_row_stands_at_its_quote(folder, row):
    tables = correct(
        folder,
        f"add,projects,tea,title,tea by rail,a,{TEA},",
        "add,,tea,sector,transport,,,",
        "add,,tea,status,operating,,,",
    )
    added = tables.projects.query("title == 'tea by rail'").iloc[0]
    assert TEXT[added.start : added.end] == added.quote == TEA
    assert (added.sector, added.status, added.corrected) == ("transport", "operating", "added by hand")
    explained = str(kz.explain("tea", kz.read_seeds(folder), tables))
    assert "\n  added by hand\n" in explained and "rule" not in explained and "reject" not in explained


def test_the_annex_tells_what_was_done_by_hand_and_why(folder, row):
    tables = correct(
        folder,
        f"change,,{row},value_usd,878500000,,,*ministry's* <table>",
        f"add,projects,tea,title,tea by rail,a,{TEA},overlooked",
        "add,,tea,sector,transport,,,",
        "add,,tea,status,operating,,,",
    )
    shown = lxml_html.fromstring(str(as_html(annex.evidence(kz.dossier(tables)))))
    told = [" ".join(item.text_content().split()) for item in shown.iter("li")]
    (changed,), (added,) = ([text for text in told if f"({name})" in text] for name in (row, "tea"))
    assert changed == (
        "Trade turnover, 2024: $878.5 million. “In 2024, trade turnover between Kazakhstan and Vietnam amounted to "
        f"$879 million.” ({row}) Corrected by hand: value_usd was 879000000 (*ministry's* <table>)."
    )
    assert added.endswith(f"“{TEA}” (tea) Added by hand (overlooked).")
    others = [text for text in told if text not in (changed, added)]
    assert others and not any("by hand" in text for text in others)


def test_a_correction_survives_a_new_clipping(folder, row):
    (folder / "0.txt").write_text(TEXT.replace("879", "912").replace("2024", "2023"), encoding="utf-8")
    tables = correct(folder, f"reject,,{row},,,,,")
    assert list(tables.trade["value_usd"]) == [912_000_000]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("delete,,trade-00000000,,,,,", "line 2: the action delete is none of"),
        ("reject,,trade-00000000,,,,,", "line 2: there is no row trade-00000000"),
        ("reject,,,,,,,", "line 2: no row is named"),
        ("reject,,rtrade-0123456789ab,,,,,", "line 2: rtrade-0123456789ab is a reconciled row, made from rows of clip"),
        ("change,,ROW,colour,red,,,", "line 2: there is no column colour"),
        ("change,,ROW,flow,sideways,,,", "line 2: sideways can't stand in the column flow; write one of turnover"),
        ("change,,ROW,value_usd,lots,,,", "line 2: lots can't stand in the column value_usd; write a plain number"),
        ("change,,ROW,period,last year,,,", "line 2: last year can't stand in the column period"),
        ("change,,ROW,period,2025-02-31,,,", "line 2: 2025-02-31 can't stand in the column period"),
        ("change,,ROW,period,2024/2020,,,", "line 2: 2024/2020 can't stand in the column period"),
        ("change,,ROW,value_usd,nan,,,", "line 2: nan can't stand in the column value_usd; write a plain number"),
        ("change,,ROW,value_usd,inf,,,", "line 2: inf can't stand in the column value_usd"),
        (f"change,,ROW,value_usd,{'9' * 400},,,", "can't stand in the column value_usd; write a plain number"),
        ("add,projects,row 1,title,t,a,In 2024,", "line 2: an added row cannot be called row 1"),
        ("add,projects,x]{#top},title,t,a,In 2024,", "line 2: an added row cannot be called x]{#top}"),
        ("change,,ROW,value_usd,-5,,,", "line 2: -5 can't stand in the column value_usd"),
        ("change,,ROW,value_usd,1_000,,,", "line 2: 1_000 can't stand in the column value_usd"),
        ("change,,ROW,flow,,,,", "line 2: the column flow can't be empty; write a value"),
        ("change,visits,ROW,period,2023,,,", "line 2: the table visits has no row trade-"),
        ("change,trips,ROW,period,2023,,,", "line 2: trips is not a table of facts"),
        ("reject,,ROW,,,,,\nchange,,ROW,period,2023,,,", "line 3: the row trade-"),
        ("change,,ROW,period,2023,,,\nchange,,ROW,period,2022,,,", "line 3: period of the row trade-"),
        ('change,,ROW,period,2023,,,"two\nlines"\nreject,,x,,,,,', "line 4: there is no row x"),
        ("add,,x,title,t,a,In 2024,", "line 2: an added row must name its table"),
        ("add,projects,x,title,t,,In 2024,", "line 2: an added row must name its clipping"),
        ("add,projects,tea by rail,title,t,a,In 2024,", "line 2: an added row cannot be called tea by rail"),
        ("add,projects,ROW,title,t,a,In 2024,", "already. Give the added row another name"),
        ("add,projects,x,title,t,a,In 2024,\nadd,,x,title,u,,,", "line 3: title of the added row x is set on line 2"),
        ("add,projects,x,title,t,a,In 2024,\nadd,,x,sector,trade,b,,", "line 3: the added row x has another article"),
        ("add,trips,x,title,t,a,In 2024,", "line 2: trips is not a table"),
        ("add,projects,x,title,t,a,Words that are not there,", "line 2: the quote does not stand in the clipping a"),
        ("add,projects,x,title,t,b,In 2024,", "line 2: there is no clipping b"),
        (f"add,visits,x,host,Kazakhstan,a,{TEA},", "line 2: Kazakhstan can't stand in the column host; write"),
        (f"add,projects,x,title,t,a,{TEA},", "line 2: the row x needs a cell for the column sector"),
        ("reject,,ROW", "line 2: 3 cells where the header has 8"),
    ],
)
def test_a_line_that_cannot_be_meant_is_named(folder, row, line, words):
    with pytest.raises(kz.KzvnError) as error:
        correct(folder, line.replace("ROW", row))
    assert words in str(error.value) and "corrections.csv" in str(error.value) and "\n" not in str(error.value)


def test_a_correction_that_names_a_row_as_earlier_versions_did_still_holds(folder, row):
    table, digits = row.split("-")
    assert len(digits) == 12
    former = f"{table}-{digits[:8]}"
    [changed] = correct(folder, f"change,,{former},value_usd,880000000,,,").trade.to_dict("records")
    assert (changed["fact_id"], changed["value_usd"]) == (row, 880_000_000)
    assert str(kz.explain(former, kz.read_seeds(folder))) == str(kz.explain(row, kz.read_seeds(folder)))


@pytest.fixture
def project(tmp_path, folder, row):
    """A project whose earlier release read the figure's year as 2023, and had it corrected by hand."""
    seeds = tmp_path / "project" / "seeds"
    seeds.mkdir(parents=True)
    (folder / "a.txt").rename(seeds / "a.txt")
    earlier = correct(seeds, f"change,,{row},value_usd,878500000,,,ministry's table")
    trade = earlier.trade.assign(fact_id="trade-0123456789ab", period="2023")
    (tmp_path / "project" / "briefings" / "2025-05-06-01234567").mkdir(parents=True)
    save({**earlier, "trade": trade}, tmp_path / "project" / "briefings" / "2025-05-06-01234567" / "tables")
    return seeds


def refused(folder, *lines):
    with pytest.raises(kz.KzvnError) as error:
        correct(folder, *lines)
    return str(error.value).partition("corrections.csv, ")[2]


def samples(page):
    return re.findall(r"^```csv\n(action,table.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("page", ["README.md", "docs/clippings.md"])
def test_the_corrections_that_the_guide_shows_hold_for_the_clippings_of_the_project(root, tmp_path, page):
    (sample,) = samples(root / page)
    for name in ("000_cc1ab6ff41a5b4d8", "004_5093559987fcffd6"):
        shutil.copy(root / "seeds" / f"{name}.txt", tmp_path)
    (tmp_path / "corrections.csv").write_text(sample, encoding="utf-8")
    tables = kz.parse(tmp_path)
    assert "1992-06-29" in set(tables.agreements["period"].dropna())
    assert "subcommittee on agriculture" not in tables.agreements["title"].tolist()


def test_the_guide_names_the_kinds_of_review_and_the_cells_of_each_table(root):
    page = (root / "docs" / "clippings.md").read_text(encoding="utf-8")
    told = {
        table: (re.findall(r"`(\w+)`", needed), re.findall(r"`(\w+)`", others))
        for table, needed, others in re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", page, re.M)
        if table in TABLES
    }
    given = {"article_id", "start", "end", "quote", "rule", "corrected"}
    for table in ("trade", "visits", "agreements", "projects", "sectors"):
        cells = [c for c in columns(TABLES[table]) if c.name not in given]
        assert told[table] == ([c.name for c in cells if c.required], [c.name for c in cells if not c.required])
    assert re.findall(r"^\| `(\w+)` \|", page.partition("## Correct")[0].partition("## Look")[2], re.M) == list(KINDS)
    (never_empty,) = re.findall(r"^These can't be emptied: (.*?)\.$", page, re.M | re.S)
    assert set(re.findall(r"`(\w+)`", never_empty)) == {
        c.name for kind in TABLES.values() for c in columns(kind) if not c.nullable and kind is not ArticleFact
    } - given


FIGURE = "In 2024, trade turnover between Kazakhstan and Vietnam amounted to $879 million."


def test_a_row_that_is_read_differently_now_is_named_with_what_to_write_instead(project, row):
    line = "change,,trade-0123456789ab,value_usd,878500000,,,ministry's table"
    assert refused(project, line) == (
        "line 2: there is no row trade-0123456789ab any more; the clipping a is read differently now. The nearest row "
        f"is {row}: flow turnover, period 2024 (was 2023), value_usd 879000000, status reported. "
        f"Write {row} instead, or delete the line if the correction is no longer needed. Its words: “{FIGURE}”"
    )
    (changed,) = correct(project, line.replace("trade-0123456789ab", row)).trade["value_usd"]
    assert changed == 878_500_000
    # as a table named it whose names had eight digits
    assert f"The nearest row is {row}: " in refused(project, line.replace("0123456789ab", "01234567"))


def test_a_slip_of_the_pen_is_no_row_that_was_renamed(project):
    told = refused(project, "reject,,trade-0123456789ac,,,,,")
    assert told.startswith("line 2: there is no row trade-0123456789ac. Look its fact_id up")


def test_a_rejected_row_stands_in_no_release_and_is_found_by_its_words(folder, row):
    line = f'reject,,trade-ba9876543210,,,a,"{FIGURE}",a misprint'
    told = refused(folder, line)
    assert told.startswith("line 2: there is no row trade-ba9876543210 any more; the clipping a is read differently")
    assert f" The nearest row is {row}: flow turnover, period 2024, " in told


def test_a_row_that_is_read_no_more_is_told_by_its_words(project):
    (project / "a.txt").write_text(TEXT.replace(FIGURE, "Nothing was said about trade."), encoding="utf-8")
    assert refused(project, "reject,,trade-0123456789ab,,,,,") == (
        "line 2: there is no row trade-0123456789ab any more, and none like it from the clipping a. Delete the line, "
        f"or add the row with the action add. Its words were: “{FIGURE}”"
    )


def test_a_row_that_was_there_before_as_well_is_not_the_one_that_is_lost(project, row):
    tables = project.parent / "briefings" / "2025-05-06-01234567" / "tables"
    trade = kz.load(tables).trade
    both = pd.concat([trade, trade.assign(fact_id=row, period="2024")])
    save({"trade": both}, tables)
    assert "and none like it from the clipping a" in refused(project, "reject,,trade-0123456789ab,,,,,")
