"""What changed since an earlier release: which release that is, and what the briefing's box says of it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace

import pandas as pd
import pypdf
import pytest
from briefing_project import ROOT, make_project
from lxml import html as lxml_html

import kzvn_analysis as kz
from kzvn_analysis.briefing import earlier, release, render
from kzvn_analysis.briefing.project import Project
from kzvn_analysis.briefing.version import compared_with, manifest_bytes
from kzvn_analysis.errors import KzvnError
from kzvn_analysis.prose import annex
from kzvn_analysis.prose.changes_box import LINES, box
from kzvn_analysis.reconcile import reconcile
from kzvn_analysis.tables import save

NEW = (
    "HANOI, March 12, 2026 (VNA) - President of Kazakhstan Kassym-Jomart Tokayev paid a state visit to Vietnam on "
    "March 10-12, 2026. Trade turnover between Kazakhstan and Vietnam reached $1.2 billion in 2025, the ministry "
    "said. In 2024 the trade turnover between the two countries was $950 million. The two sides signed a memorandum "
    "of understanding on finance.\n"
)


@pytest.fixture(scope="module")
def more(seed_articles):
    """The tables of the five clippings and a new one."""
    new = kz.article_from_text(NEW, "new")
    return kz.parse([*seed_articles, new])


def written(tables, folder):
    save({**tables, **reconcile(tables)}, folder)
    return folder


def said(text):
    """The box's lines as a reader sees them, source marks aside."""
    lines = [line for line in str(text).splitlines() if line.startswith("- ")]
    return [re.sub(r"\\(.)", r"\1", re.sub(r"\^\[.*?\]\.?$|\^\[.*\]", "", line[2:])) for line in lines]


# What the box says


def test_the_most_important_comes_first_and_the_rest_is_counted(seed_tables, more, tmp_path):
    text = box(kz.dossier(more), str(written(seed_tables, tmp_path / "old")))
    lines = said(text)
    assert text.startswith("### What changed since old\n")
    assert lines[0].startswith("New: Kassym-Jomart Tokayev’s state visit to Viet Nam, from 10 to 12 March 2026")
    assert lines[1].startswith(
        "Trade turnover in 2024: was $879 million with a spread to $1 billion from two sources, now $950 million with "
        "a spread from $879 million to $1 billion from three sources"
    )
    assert lines[2].startswith("Trade turnover in 2025: new, $1.2 billion from one source")
    assert lines[3].startswith("Finance: was proposed, now agreed")
    assert lines[-1].startswith("Also: one new clipping ([S1](#source-new))") and "[Evidence](#evidence)" in lines[-1]
    assert len(lines) <= LINES + 1


def test_every_line_on_what_is_said_now_has_its_source(seed_tables, more, tmp_path):
    text = box(kz.dossier(more), str(written(seed_tables, tmp_path / "old")))
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    facts = {f"#{i}" for name in ("trade", "visits", "agreements", "sectors") for i in more[name]["fact_id"]}
    for line in lines[:-1]:
        targets = re.findall(r"\[evidence\]\((#[\w-]+)\)", line)
        assert targets and set(targets) <= facts


def test_a_new_clipping_that_is_left_out_has_no_entry_to_lead_to(seed_articles, seed_tables, tmp_path):
    weather = kz.article_from_text("The weather in Paris was fine and the match ended in a draw.", "paris")
    dossier = kz.dossier(kz.parse([*seed_articles, weather]))
    text = box(dossier, str(written(seed_tables, tmp_path / "old")))
    assert said(text)[-1].startswith("One new clipping (left out)")
    assert "source-paris" not in text
    assert "source-paris" not in annex.sources(dossier)


def test_what_is_gone_is_told_too(seed_tables, more, tmp_path):
    lines = said(box(kz.dossier(seed_tables), str(written(more, tmp_path / "old"))))
    assert lines[0] == "No longer reported: Kassym-Jomart Tokayev’s state visit to Viet Nam, from 10 to 12 March 2026."
    assert "No longer reported: Memorandum of understanding on finance" in "\n".join(lines)
    assert "one clipping gone" in lines[-1] and re.search(r"statements? gone", lines[-1])


def test_no_earlier_release_or_nothing_new_makes_no_box(seed_tables, tmp_path):
    dossier = kz.dossier(seed_tables)
    assert box(dossier, "") == "" == box(dossier, str(written(seed_tables, tmp_path / "old")))


def test_a_new_paper_and_a_project_are_named_and_what_was_known_before_is_not(seed_tables, tmp_path):
    known = seed_tables.agreements.query("kind == 'relations'").iloc[:1].copy()
    naming = set(seed_tables.agreements.query("kind == 'relations'")["article_id"])
    other = next(a for a in seed_tables.articles["article_id"] if a not in naming)
    known[["article_id", "fact_id"]] = [[other, "agreements-new1"]]
    paper = known.assign(
        title="memorandum on customs data", kind="memorandum", period="2026-02-01", fact_id="agreements-new2"
    )
    project = seed_tables.projects.iloc[:1].assign(
        title="a tea packing line", parties="Phuc Long", place="Almaty", value_usd=2e6, fact_id="projects-new"
    )
    more = replace(
        seed_tables,
        agreements=pd.concat([seed_tables.agreements, known, paper]),
        projects=pd.concat([seed_tables.projects, project]),
    )
    lines = said(box(kz.dossier(more), str(written(seed_tables, tmp_path / "old"))))
    assert lines[0].startswith("New: Memorandum on customs data: concluded on 1 February 2026")
    assert lines[1].startswith("New: A tea packing line: ") and "$2 million" in lines[1]
    assert lines[2].startswith("Also: one statement added") and len(lines) == 3


def test_a_row_that_is_read_otherwise_is_named(seed_tables, tmp_path):
    changed = seed_tables.projects.copy()
    first = changed.index[changed["place"].notna()][0]
    title, place = changed.loc[first, ["title", "place"]]
    changed.loc[first, "place"] = "Nha Trang"
    lines = said(box(kz.dossier(replace(seed_tables, projects=changed)), str(written(seed_tables, tmp_path / "old"))))
    shown = " and ".join(", ".join(place.split("; ")).rsplit(", ", 1))
    assert lines[0].startswith(f"{title[:1].upper()}{title[1:]}: place was {shown}, now Nha Trang.")
    assert "Also" not in "".join(lines)


def test_many_changes_are_cut_and_counted(seed_tables, tmp_path):
    few = replace(seed_tables, **{n: seed_tables[n].iloc[:0] for n in ("trade", "visits", "sectors")})
    lines = said(box(kz.dossier(seed_tables), str(written(few, tmp_path / "old"))))
    assert len(lines) == LINES + 1
    assert sum("visit to" in line for line in lines) == 2 and sum(": new, $" in line for line in lines) == 2
    assert re.search(r"\d+ more changes to what the sources say together", lines[-1])


# Which release it is


class Releases:
    """A folder of releases made by hand, each of some tables."""

    def __init__(self, folder):
        self.project, self.out = make_project(folder), folder / "briefings"

    def manifest(self, tables, as_of="2026-03-12", code="1", **parameters):
        written(tables, self.project.tables)
        self.files = {p.name: p.read_bytes() for p in self.project.tables.iterdir() if p.is_file()}
        made = {"format": 1, "as_of": as_of, "parameters": parameters, "inputs": [code, *tables.articles["sha256"]]}
        return earlier.compare_with(self.out, compared_with(made, None), self.files)

    def make(self, tables, **more):
        manifest = self.manifest(tables, **more)
        files = {f"tables/{name}": data for name, data in self.files.items()}
        release.write_release(self.out, manifest["version"], {**files, "manifest.json": manifest_bytes(manifest)})
        return manifest


@pytest.fixture
def releases(tmp_path):
    return Releases(tmp_path / "p")


def since(manifest):
    return manifest.get("earlier", {}).get("version")


def test_the_release_that_latest_leads_to_is_named_with_its_digests(releases, seed_tables, more):
    first = releases.make(seed_tables)
    second = releases.make(more)
    assert "earlier" not in first and since(second) == first["version"] != second["version"]
    assert {"manifest.json", "tables/trade.parquet"} <= {file["path"] for file in second["earlier"]["files"]}


def test_made_again_a_release_keeps_its_version_and_never_meets_itself(releases, seed_tables, more):
    first, second = releases.make(seed_tables), releases.make(more)
    for _ in range(2):
        assert releases.make(more) == second
        assert releases.make(seed_tables) == first
    assert len(release.releases(releases.out)) == 2


def test_a_release_that_says_the_same_is_passed_over(releases, seed_tables, more):
    first, second = releases.make(seed_tables), releases.make(more)
    third = releases.make(more, code="2")
    assert since(third) == since(second) == first["version"] and third["version"] != second["version"]
    assert releases.make(more) == second


def test_other_parameters_and_later_days_are_not_compared_with(releases, seed_tables, more):
    releases.make(more, as_of="2026-04-01")
    assert since(releases.manifest(seed_tables, as_of="2026-03-01")) is None
    assert since(releases.manifest(seed_tables, as_of="2026-05-01", period="2024")) is None


def test_a_release_that_is_not_whole_or_not_ours_is_passed_over(releases, seed_tables, more):
    first = releases.make(seed_tables)
    second = releases.make(more)
    (releases.out / second["version"] / "tables" / "trade.csv").write_text("x")
    foreign = releases.out / "2026-03-11-aaaaaaaa"
    foreign.mkdir()
    (foreign / "manifest.json").write_text("{}")
    few = replace(more, trade=more.trade.iloc[:2])
    assert since(releases.manifest(few, code="3")) == first["version"]


def test_the_tables_are_read_as_they_were_or_not_at_all(releases, seed_tables, more):
    first = releases.make(seed_tables)
    second = releases.make(more)
    found = earlier.read_files(releases.out, second)
    assert json.loads(found["manifest.json"])["version"] == first["version"]
    path = releases.out / first["version"] / "tables" / "trade.parquet"
    path.write_bytes(b"")
    with pytest.raises(KzvnError, match=f"compared with the release {first['version']}"):
        earlier.read_files(releases.out, second)
    path.unlink()
    with pytest.raises(KzvnError, match="Restore that release"):
        earlier.read_files(releases.out, second)
    assert earlier.read_files(releases.out, first) == {}


# In the briefing


def test_the_next_release_says_what_changed_and_the_first_says_nothing(five, tmp_path):
    folder = shutil.copytree(five.folder.parent.parent, tmp_path / "p", symlinks=True)
    (folder / "seeds" / "new.txt").write_text(NEW, encoding="utf-8")
    rows = pd.read_csv(five.folder / "tables" / "projects.csv").set_index("title")
    (folder / "seeds" / "corrections.csv").write_text(
        "action,table,row,column,value,article,quote,why\n"
        f"change,,{rows.loc['logistics hubs', 'fact_id']},status,planned,,,the annex of *July*\n"
        "add,projects,extra-1,title,tea by rail,new,Kazakhstan,a reader's letter\n"
        "add,,extra-1,sector,transport,,,\nadd,,extra-1,status,operating,,,\n"
    )
    made = render(folder / "seeds", folder / "briefings", engine="embedded", project=Project(folder))
    again = render(folder / "seeds", folder / "briefings", engine="embedded", project=Project(folder))
    assert again.kept and again.version == made.version
    assert json.loads((made.folder / "manifest.json").read_bytes())["earlier"]["version"] == five.version

    title = f"What changed since {five.version}"
    page = lxml_html.fromstring(made.html.read_text(encoding="utf-8"))
    found = page.xpath("//*[contains(concat(' ', @class, ' '), ' changes ')]")
    assert len(found) == 1 and found[0].xpath(".//h3")[0].text_content() == title
    assert 3 <= len(found[0].xpath(".//li")) <= 6 and "Tokayev’s state visit to Viet Nam" in found[0].text_content()
    for target in found[0].xpath(".//a[starts-with(@href, '#')]/@href"):
        assert page.xpath(f"//*[@id='{target[1:]}']")
    pages = " ".join(" ".join(p.extract_text().split()) for p in pypdf.PdfReader(made.pdf).pages[:2])
    assert title in pages and "Trade turnover in 2025: new, $1.2 billion from one source" in pages
    every = " ".join(" ".join(p.extract_text().split()) for p in pypdf.PdfReader(made.pdf).pages)
    for text in (" ".join(page.xpath("//body")[0].text_content().split()), every):
        assert "Corrected by hand: status was proposed (the annex of *July*)." in text
        assert "(extra-1) Added by hand (a reader’s letter)." in text.replace("'", "’")
    assert str(folder) not in (made.folder / "notebooks" / "evidence.ipynb").read_text(encoding="utf-8")

    first = lxml_html.fromstring(five.html.read_text(encoding="utf-8"))
    assert not first.xpath("//*[contains(concat(' ', @class, ' '), ' changes ')]")
    assert "What changed" not in first.xpath("//body")[0].text_content()
    assert pd.read_csv(made.folder / "tables" / "trade.csv").shape[0] > 7
    assert (ROOT / "report" / "briefing.qmd").read_text(encoding="utf-8").count("#what-changed >}}") == 1
