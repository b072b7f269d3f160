"""Words from data: grammar, escaping, findings, conflicts, tables; true and grammatical with any tables."""

from __future__ import annotations

import json
import re

import pypandoc
import pytest
from as_read import NOTE, reads
from facts_by_hand import dossier
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from kzvn_analysis.analysis import trade as figures
from kzvn_analysis.facts.agreements import KINDS
from kzvn_analysis.facts.sectors import SECTORS, STAGES
from kzvn_analysis.facts.visits import LEVELS
from kzvn_analysis.prose import (
    annex,
    conflicts,
    findings,
    sector_tables,
    sectors,
    trade,
    trade_pictures,
    trade_tables,
    visit_pictures,
    visits,
)
from kzvn_analysis.prose.excerpt import excerpt
from kzvn_analysis.prose.goals import goals
from kzvn_analysis.prose.markup import Md, escape, link, shorten, source_place, table, visible
from kzvn_analysis.prose.phrases import phrase, say
from kzvn_analysis.prose.sources import drawn_from, mark
from kzvn_analysis.prose.words import amount, counted, days, growth, listed, money, multiple, percent

MILLION, BILLION = 1e6, 1e9


# Grammar


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((879 * MILLION,), "$879 million"),
        ((532.9 * MILLION,), "$532.9 million"),
        ((341.72 * MILLION,), "$341.72 million"),
        ((BILLION,), "$1 billion"),
        ((1.07 * BILLION,), "$1.07 billion"),
        ((45_000.0,), "$45,000"),
        ((0.0,), "$0"),
        ((BILLION, None, "under"), "nearly $1 billion"),
        ((400 * MILLION, None, "over"), "more than $400 million"),
        ((812 * MILLION, None, "about"), "about $812 million"),
        ((2 * BILLION, 5 * BILLION), "$2–5 billion"),
        ((500 * MILLION, 1 * BILLION), "$500 million–$1 billion"),
        ((-340.1 * MILLION,), "−$340.1 million"),
        ((96.4 * MILLION - 436.5 * MILLION,), "−$340.1 million"),
        ((1.5e12,), "$1.5 trillion"),
        ((999_999_999.7,), "$1 billion"),
    ],
)
def test_money(value, text):
    assert money(*value) == text


def test_derived_money_is_rounded():
    assert money(532.9 * MILLION / 3.8, digits=4) == "$140.2 million"


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (1.184, "up 18.4%"),
        (0.88, "down 12%"),
        (1.5, "up 50%"),
        (2.0, "twice as much"),
        (3.8, "3.8 times as much"),
        (1.0, "unchanged"),
        (0.5, "down 50%"),
    ],
)
def test_growth(ratio, text):
    assert growth(ratio) == text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        ((1,), "one day"),
        ((272,), "272 days"),
        ((32, 457), "32–457 days"),
        ((4000,), "4,000 days (11.0 years)"),
        ((3976, 4005), "10.9–11.0 years"),
        ((0,), "0 days"),
        ((0, 3), "0–3 days"),
    ],
)
def test_stretches_of_time(span, text):
    assert days(*span) == text


def test_small_words():
    assert [counted(n, "visit") for n in (0, 1, 2, 12)] == [
        "no visits",
        "one visit",
        "two visits",
        "12 visits",
    ]
    assert [str(listed(x)) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert (multiple(2.0), multiple(3.8)) == ("twice", "3.8 times")
    assert (percent(0.062), percent(-0.2), percent(0.5)) == ("6.2%", "−20%", "50%")
    assert [amount(1.0, unit) for unit in ("flights/week", "ferries", "classes", "t", "km")] == [
        "1 flight a week",
        "1 ferry",
        "1 class",
        "1 t",
        "1 km",
    ]
    assert amount(100.0, "ha", 200.0) == "100–200 ha"
    assert (amount(15000.0, "t"), amount(4.0, "flights/week"), amount(1.5, "t/year")) == (
        "15,000 t",
        "4 flights a week",
        "1.5 t a year",
    )
    assert shorten("one two three four", 12) == "one two…" and shorten("short", 12) == "short"


def test_a_template_takes_the_right_form_and_never_none():
    assert phrase("visits.count_made", n=1) == "The clippings tell of one contact, and it was made."
    assert say("visits.count_made", n=3) == (
        "The clippings tell of three contacts, each counted once, all of them made."
    )
    with pytest.raises(ValueError):
        say("trade.latest", when="in 2024", value=None, mark=Md(""))
    assert say("visits.lapsed", n=2, mark=Md("^[x]")).endswith("whether they took place.^[x]")


# Words from outside

NASTY = [
    "# heading",
    "1. item",
    "- item",
    "+ item",
    "> quote",
    "| a | b |",
    "a | b",
    "***bold*** _it_",
    "`code` ``` ```",
    "    indented",
    "[link](https://example.org)",
    "![pic](x.png)",
    "^[note]",
    "[^1]",
    "[@cite] @fig-x",
    "$x^2$ and $$y$$",
    "<b>html</b> <!-- x -->",
    "{{< include /etc/passwd >}}",
    "{{<",
    "::: {.x}",
    "[x]{.y #z}",
    "~~gone~~ H~2~O x^2^",
    "\\newpage \\textbf{x}",
    "&amp; &#35;",
    "https://example.org/x",
    "a@b.org",
    ":smile:",
    "--- -- ...",
    "\"quoted\" 'single'",
    "Table: caption",
    ": definition",
    "% title",
    "\\",
    "\\\\",
    "a\\",
    "$",
    "{",
    "}",
    "=",
    "===",
    "~~~",
    "* * *",
    "<https://x.y>",
    "(@) example",
    "(1) one",
    "i) one",
    "== mark ==",
    "a\nb\r\nc",
    "tab\there",
    "To\u0302 La\u0302m",
    "Ә ә Қ қ Ұ ұ",
    "Việt Nam",
    "\u202eevil\u202c",
    "zero\u200bwidth",
    "nul\x00 bell\x07",
    "lone \ud800 surrogate",
    "line\u2028sep",
    "“curly” – dash …",
    "a" * 300,
]


def _paragraphs(texts: list[str], reader: str) -> list[str | None]:
    """What Pandoc reads in each text as its own paragraph; ``None`` if it is not plain words alone."""
    source = "\n\n".join(f"x{escape(t)}x" for t in texts)
    return [_plain(block) for block in _read(source, reader)]


def _read(source: str, reader: str) -> list[dict]:
    return json.loads(pypandoc.convert_text(source, "json", format=reader, extra_args=["--sandbox"]))[
        "blocks"
    ]


def _plain(block: dict) -> str | None:
    if block["t"] not in ("Para", "Plain") or any(i["t"] not in ("Str", "Space") for i in block["c"]):
        return None
    return "".join(i.get("c", " ") for i in block["c"])


@pytest.mark.parametrize(
    "reader",
    [
        "markdown",
        "markdown+autolink_bare_uris+emoji+hard_line_breaks+mark",
        "gfm",
        "commonmark",
        "markdown-raw_tex-latex_macros-tex_math_dollars-native_divs-native_spans-raw_html-raw_attribute",
    ],
)
def test_escaped_words_stay_words_in_every_reader(reader):
    assert _paragraphs(NASTY, reader) == [f"x{visible(t)}x" for t in NASTY]


@pytest.mark.parametrize("reader", ["markdown", "gfm"])
def test_escaped_words_stay_words_at_the_start_of_a_block(reader):
    blocks = _read("\n\n".join(escape(t) for t in NASTY if visible(t)), reader)
    assert [_plain(b) for b in blocks] == [visible(t) for t in NASTY if visible(t)]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=40, max_size=120))
def test_any_text_stays_the_text_it_is(texts):
    # a no-break space is a letter to us and a space to Pandoc
    assert _paragraphs(texts, "markdown") == [f"x{visible(t)}x".replace("\u00a0", "\u00a0") for t in texts]


def test_escaped_words_stay_in_their_table_cell_and_note():
    rows = [(t, f"b{i}") for i, t in enumerate(NASTY)]
    [block] = _read(table(("A", "B"), rows, (50, 50)), "markdown")
    assert block["t"] == "Table" and len(block["c"][4][0][3]) == len(NASTY)
    notes = "\n\n".join(f"x^[{escape(t)}]" for t in NASTY)
    for parsed in _read(notes, "markdown"):
        assert [i["t"] for i in parsed["c"]] == ["Str", "Note"]


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a_b?c=d&e=f#g", True),
        ("https://example.org/(x)|y{{<z>}}", False),
        ("https://example.org/[x]|$y$", True),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
        (None, False),
        ("https://vi.example.org/việt", True),
    ],
)
def test_only_web_addresses_become_links(url, is_link):
    [block] = _read(link("words", url), "markdown")
    assert [i["t"] for i in block["c"]] == (["Link"] if is_link else ["Str"])


def test_names_of_places_are_safe_and_distinct():
    names = ["dev01", "a b", "a-b", "a#b", "Tin tức"]
    assert source_place("dev01") == "source-dev01"
    assert len({source_place(n) for n in names}) == len(names) and all(
        re.fullmatch(r"[\w.-]+", source_place(n), re.ASCII) for n in names
    )


# The five clippings


def test_the_turnover_of_2024_is_told_with_its_conflict(five_by_hand):
    first = reads(findings.key_findings(five_by_hand))
    assert "In 2024, trade between the two countries came to $879 million. " in first
    assert "VNA gives nearly $1 billion: up to 14% more." in first
    text = reads(trade.findings(five_by_hand))
    assert (
        "The newest figure for a full year, $879 million for 2024, is given by Trend (6 May 2025). "
        "VNA (2025, inferred) gives nearly $1 billion; $879 million is used here because an exact figure "
        "beats a rounded one."
    ) in text


def test_the_other_trade_findings_of_the_five(five_by_hand):
    text = reads(trade.findings(five_by_hand))
    assert (
        "For a part of a year, January–May 2023, Kazinform (21 August 2023) gives $532.9 million, "
        "3.8 times as much as in 2022; that is not set beside full years."
    ) in text
    assert "it was about $140 million before (our arithmetic: $532.9 million divided by 3.8)" in text
    assert (
        "gives Kazakhstan’s exports to Viet Nam as $96.4 million and its imports as $436.5 million. "
        "They add up to the $532.9 million that it gives for both."
    ) in text
    assert (
        "Goals and hopes still open, the newest first: twice the present trade, with no year set (The Astana Times) "
        "and $2–5 billion, with no year set (VNA)."
    ) in text
    assert (
        "The newest goal or hope named is twice the present trade, with no year set (The Astana Times): "
        "about $1.76 billion, measured by 2024 (our arithmetic); another is $2–5 billion, with no year set (VNA)."
    ) in reads(findings.key_findings(five_by_hand))
    assert "about $1.76 billion" in reads(trade_tables.derived(five_by_hand))
    assert "a deficit of $340.1 million" in reads(trade_pictures.says_balance(five_by_hand))


def test_no_sentence_of_the_first_page_is_repeated_in_its_section(five_by_hand):
    first = {s for line in reads(findings.key_findings(five_by_hand)).splitlines() for s in re.split(r"(?<=\.) ", line)}
    section = set(re.split(r"(?<=\.)\s+", reads(trade.findings(five_by_hand))))
    assert not first & section


def test_the_visit_findings_of_the_five(five_by_hand):
    text = reads(visits.findings(five_by_hand))
    assert (
        "The last top-level visit was To Lam’s state visit to Kazakhstan, from 5 to 7 May 2025, "
        "272 days before 3 February 2026."
    ) in text
    assert (
        "Of six top-level visits on record, four went from Viet Nam to Kazakhstan and two the other way."
        in text
    )
    assert (
        "Since diplomatic relations were established on 29 June 1992, four dated top-level visits are on "
        "record: about one in 8.4 years (n = 4, so anything from one in 3.3 to one in 31 years fits"
    ) in text
    assert (
        "The last two began 624 days apart. The longest gap on record was 10.6–11.6 years, between 2012 and "
        "20 August 2023. Older still is Ho Chi Minh’s visit to Kazakhstan, in 1959."
    ) in text
    assert (
        "Planned: a session of the intergovernmental commission in June–July 2026 and a Kazakh mission to "
        "Viet Nam in 2026."
    ) in text
    assert (
        "The clippings tell of 11 contacts, each counted once: 9 made and 2 planned." in text
    )


def test_the_level_conflict_of_the_five_names_who_says_what(five_by_hand):
    text = reads(conflicts.conflicts(five_by_hand))
    assert (
        "Sources disagree about the level of Kassym-Jomart Tokayev’s visit to Viet Nam on 20 August 2023"
        in text
    )
    assert "VNA (2025, inferred) calls it a state visit" in text
    assert "Trend (6 May 2025) and Kazinform (21 August 2023) call it an official visit" in text
    assert "It is shown as an official visit because the level that most sources name is taken." in text


def test_the_first_page_of_the_five(five_by_hand):
    assert (
        reads(findings.stamp(five_by_hand, "2026-02-03.abc"))
        == "Version 2026-02-03.abc, as of 3 February 2026, from five sources. "
        "They were published from 2023 to 2026."
    )
    found = findings.key_findings(five_by_hand).splitlines()
    assert len(found) == 6
    for line, word in zip(found, ("Trade", "Goals", "Visits", "Agreements", "Sectors", "Uncertain"), strict=True):
        assert line.startswith(f"- **{word}\\.** []{{#finding-") and ("^[" in line or "](#" in line)
    tile = reads(findings.tiles(five_by_hand)).splitlines()
    assert tile[0] == "- Trade in 2024 **$879 million** *also reported: nearly $1 billion*"
    assert tile[1].startswith(
        "- Last top-level visit **5–7 May 2025** *To Lam’s state visit to Kazakhstan; 272 days before"
    )
    assert tile[3] == "- Next planned contact **June–July 2026** *a session of the intergovernmental commission*"


def test_a_source_mark_holds_outlet_day_quote_and_links(five_by_hand):
    fact = next(
        f for f, row in five_by_hand.facts.items() if row["table"] == "trade" and row["value_usd"] == 879 * MILLION
    )
    assert mark(five_by_hand, fact) == (
        f"^[Trend, 6 May 2025: “{escape(five_by_hand.facts[fact]['quote'])}” "
        f"([original](https://en.trend.az/business/4040317.html), [evidence](#{fact})).]"
    )


def test_every_fact_stands_in_the_evidence_and_every_source_in_the_list(five_by_hand):
    text = annex.evidence(five_by_hand)
    assert set(re.findall(r"\[\]\{#([\w-]+)\}", text)) == set(five_by_hand.facts)
    listed_sources = re.findall(r"\[\]\{#(source-[\w-]+)\}", annex.sources(five_by_hand))
    assert listed_sources[0] == "source-004_5093559987fcffd6" and len(listed_sources) == 5
    assert set(re.findall(r"\(#(source-[\w-]+)\)", text)) == set(listed_sources)
    heads = [line for line in reads(text).splitlines() if line.startswith("### ")]
    assert heads[2] == "### S3 Trend, 6 May 2025" and len(heads) == 5
    assert "Trade turnover, goal, no year set: $2–5 billion." in reads(text)


def test_links_of_sentences_and_tables_lead_somewhere(five_by_hand):
    places = set(
        re.findall(
            r"\[\]\{#([\w-]+)\}",
            annex.evidence(five_by_hand) + annex.sources(five_by_hand) + conflicts.conflicts(five_by_hand),
        )
    )
    texts = [make(five_by_hand) for make in EVERYTHING]
    links = {place for text in texts for place in re.findall(r"\]\(#([\w-]+)\)", text)}
    assert links and links <= places


# Any tables

EVERYTHING = [
    trade.findings,
    trade.limits,
    trade_pictures.says_periods,
    trade_pictures.says_balance,
    trade_tables.all_figures,
    trade_tables.derived,
    visits.findings,
    visits.limits,
    visit_pictures.says_timeline,
    visit_pictures.says_intervals,
    visits.all_visits,
    sectors.findings,
    sectors.agreements_findings,
    sectors.limits,
    sectors.says_stages,
    sectors.says_ladder,
    sectors.says_routes,
    sector_tables.all_sectors,
    sector_tables.all_agreements,
    sector_tables.all_projects,
    findings.stamp,
    findings.key_findings,
    findings.tiles,
    conflicts.conflicts,
    annex.sources,
    annex.evidence,
    annex.left_out,
]
SENTENCES = [
    trade.findings,
    trade.limits,
    trade_pictures.says_periods,
    trade_pictures.says_balance,
    visits.findings,
    visits.limits,
    visit_pictures.says_timeline,
    visit_pictures.says_intervals,
    sectors.findings,
    sectors.agreements_findings,
    sectors.limits,
    sectors.says_stages,
    sectors.says_ladder,
    sectors.says_routes,
    findings.stamp,
    findings.key_findings,
    conflicts.conflicts,
]
DESCRIPTIONS = [
    trade_pictures.alt_periods,
    trade_pictures.alt_balance,
    visit_pictures.alt_timeline,
    visit_pictures.alt_intervals,
    sectors.alt_stages,
    sectors.alt_ladder,
    sectors.alt_routes,
]

PERIOD = st.sampled_from(
    [
        None,
        "1959",
        "2011-10/2011-11",
        "2016-23",
        "2023",
        "2023-08",
        "2023-08-20",
        "2023-08-20/2023-08-22",
        "2023-01/2023-05",
        "2017/2021",
        "2024",
        "2025-05-05/2025-05-06",
        "2026-07/2026-12",
        "2030",
    ]
)
ARTICLE = st.sampled_from(["a", "b", "c", "d e"])
NAME = st.sampled_from(
    [
        None,
        "To Lam",
        "Tô Lâm",
        "Lam",
        "Kassym-Jomart Tokayev",
        "Nguyen Tan Dung",
        "N. Nazarbayev",
        "Mr [X] #1",
    ]
)
ROLE = st.sampled_from([None, "President", "General Secretary", "Prime Minister", "Deputy Minister"])
COUNTRY = st.sampled_from([None, "KAZ", "VNM"])
TITLE = st.sampled_from(
    [
        "strategic partnership",
        "treaty on *extradition*",
        "A plant: $90 | big",
        "direct flights Almaty – Hanoi",
    ]
)
QUOTE = st.sampled_from(
    ["A quote.", 'With "marks" and [brackets] {#x}.', "Two\nlines | and a pipe.", "Ends [badly"]
)


def _rows(**cells):
    return st.lists(st.fixed_dictionaries({"article_id": ARTICLE, "quote": QUOTE, **cells}), max_size=6)


MANY = st.builds(
    dict,
    articles=st.fixed_dictionaries(
        {
            "a": st.just({"published": "2023-08-21", "title": "A “title” [x]"}),
            "b": st.just(
                {
                    "published": "2025",
                    "published_basis": "inferred",
                    "published_quote": "this year",
                    "outlet": None,
                }
            ),
            "c": st.just(
                {"published": None, "published_basis": "unknown", "url": "https://www.example.org/c"}
            ),
            "d e": st.just({"published": "2026-02", "outlet": None, "url": "https://example.org/d"}),
        }
    ),
    trade=_rows(
        flow=st.sampled_from(["turnover", "export", "import"]),
        reporter=st.sampled_from(["KAZ", "VNM"]),
        period=PERIOD,
        value_usd=st.sampled_from([None, 3e6, 879e6, 1e9, 436.5e6]),
        bound=st.sampled_from(["exact", "about", "under", "over"]),
        status=st.sampled_from(["reported", "target"]),
        change_ratio=st.sampled_from([None, 0.8, 1.0, 1.184, 2.0, 3.8]),
        change_base=PERIOD,
    ),
    visits=_rows(
        visitor=NAME,
        visitor_role=ROLE,
        origin=COUNTRY,
        host=st.sampled_from([None, "KAZ", "VNM", "CHN", "XYZ"]),
        level=st.sampled_from(LEVELS),
        period=PERIOD,
        status=st.sampled_from(["made", "planned"]),
        counterpart=NAME,
    ),
    agreements=_rows(
        title=TITLE,
        kind=st.sampled_from(KINDS),
        period=PERIOD,
        in_force=PERIOD,
        status=st.sampled_from(["concluded", "proposed"]),
    ),
    projects=_rows(
        title=TITLE,
        sector=st.sampled_from(SECTORS),
        value_usd=st.sampled_from([None, 9e7]),
        quantity=st.sampled_from([None, 15000.0, 1.0]),
        unit=st.sampled_from([None, "t", "flights/week"]),
        place=st.sampled_from([None, "Almaty; Hanoi"]),
        period=PERIOD,
        status=st.sampled_from(["operating", "done", "planned", "proposed"]),
    ),
    sectors=_rows(
        sector=st.sampled_from(SECTORS), stage=st.sampled_from(STAGES), mentions=st.sampled_from([1, 7])
    ),
    unread=st.sampled_from([(), (("z", "z.txt", "the file is empty; put *text* into it"),)]),
)


def _sound(made: dict) -> dict:
    """Generated rows as the tables hold them: turnover has no reporter, a clipping names a sector once."""
    for row in made["trade"]:
        if row["flow"] == "turnover":
            row["reporter"] = None
    seen = set()
    made["sectors"] = [
        r
        for r in made["sectors"]
        if (r["article_id"], r["sector"]) not in seen and not seen.add((r["article_id"], r["sector"]))
    ]
    return made


# What no sentence may hold: missing values, gaps, stray punctuation, forms that don't fit their number.
WRONG = re.compile(
    r"\b(?:None|nan|NaT|inf)\b|<NA>|  | [,.;:]|(?<!\.)\.\.(?!\.)|\( | \)|\(\)|^\[\]|"
    r"\b(?:one|1) \w+s are\b|(?<!of )\b(?:two|three|four|five|six|\d\d+) \w+ is\b"
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(made=MANY, as_of=st.sampled_from(["", "2024-06-30", "2031-01-01"]))
def test_every_sentence_is_whole_whatever_the_tables_hold(made, as_of):
    found = dossier(as_of=as_of, **_sound(made))
    for make in EVERYTHING:
        text = make(found)
        assert isinstance(text, Md) and text, make.__qualname__
        bare = reads(text)
        assert not WRONG.search(bare), (make.__qualname__, WRONG.search(bare), bare)
        assert text.count("^[") == len(NOTE.findall(text)), "every note closes"
    for make in SENTENCES:
        for line in filter(None, reads(make(found)).splitlines()):
            line = re.sub(r"^- (\*\*[A-Z][a-z]+\.\*\* )?", "", line)
            assert line.endswith((".", ".”")), (make.__qualname__, line)
            assert line[0].isupper() or line[0].isdigit() or line[0] in "$“", (make.__qualname__, line)
            assert line.count("(") == line.count(")") and line.count("“") == line.count("”"), line
    for make in DESCRIPTIONS:
        text = make(found)
        assert text.endswith(".") and "\\" not in text and "None" not in text and "  " not in text, text


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(made=MANY)
def test_tables_notes_and_evidence_parse_as_what_they_are(made):
    found = dossier(**_sound(made))
    for make in (
        trade_tables.all_figures,
        trade_tables.derived,
        visits.all_visits,
        sector_tables.all_sectors,
        sector_tables.all_agreements,
        sector_tables.all_projects,
    ):
        [block] = _read(make(found), "markdown")
        assert block["t"] == "Table", make.__qualname__
    kinds = {block["t"] for block in _read(annex.evidence(found), "markdown")}
    assert kinds <= {"Header", "Para", "BulletList"}
    [block] = _read(findings.key_findings(found), "markdown")
    assert block["t"] == "BulletList" and 4 <= len(block["c"]) <= 6
    [block] = _read(findings.tiles(found), "markdown")
    assert block["t"] == "BulletList" and len(block["c"]) == 4


def test_nothing_known_is_said_plainly():
    nothing = dossier()
    assert trade.findings(nothing) == "No clipping gives a trade figure."
    assert visits.findings(nothing) == "No clipping reports a visit or a meeting."
    assert sectors.findings(nothing) == "No clipping names a sector of cooperation."
    assert conflicts.conflicts(nothing) == "No two sources contradict each other."
    assert annex.left_out(nothing) == "Every clipping was read."
    assert findings.stamp(nothing) == "Undated, from no sources."


def test_one_visit_is_told_in_the_singular():
    found = dossier(
        {"a": "2025-05-09"},
        visits=[
            {
                "article_id": "a",
                "visitor": "To Lam",
                "visitor_role": "General Secretary",
                "origin": "VNM",
                "host": "KAZ",
                "level": "state",
                "period": "2025-05-05/2025-05-07",
            }
        ],
    )
    text = reads(visits.findings(found))
    assert "The clippings tell of one contact, and it was made. It was a state visit." in text
    assert "One top-level visit is on record, and it went from Viet Nam to Kazakhstan." in text
    assert "With one dated top-level visit there is no interval to measure." in text
    assert "2 days before 9 May 2025" in text


def test_of_many_conflicts_the_newest_and_highest_are_told_and_the_rest_are_counted():
    rows = [
        {
            "article_id": f"{side}{year}",
            "visitor": f"Traveller {chr(65 + year % 100)}ov",
            "visitor_role": "President" if year < 2004 else "Deputy Minister of Energy",
            "origin": "KAZ",
            "host": "VNM",
            "level": level,
            "period": f"{year}-05-05",
        }
        for year in range(2000, 2020)
        for side, level in (("a", "official"), ("b", "working"), ("c", "unspecified"))
    ]
    written = {"a": "07", "b": "08", "c": "09"}
    days = {f"{side}{year}": f"{year}-05-{day}" for year in range(2000, 2020) for side, day in written.items()}
    found = dossier(days, visits=rows)
    text = reads(conflicts.conflicts(found))
    assert re.findall(r"visit to Viet Nam on 5 May (\d{4}): ", text) == [
        str(year) for year in (2019, 2018, 2017, 2016, 2003, 2002, 2001, 2000)
    ]
    assert "On 12 more points sources disagree: the rows with “conflict” in tables/" in text
    assert "shown as an official visit because the level named by the source written closest to the visit" in text
    assert "a named level beats an unnamed one" not in text
    first = conflicts.uncertain(found)
    assert "Sources disagree on 20 points" in reads(first) and "18 others" in reads(first)
    assert set(re.findall(r"\(#([\w-]+)\)", first)) <= set(re.findall(r"\[\]\{#([\w-]+)\}", conflicts.conflicts(found)))


def test_sixty_sources_stay_readable():
    rows = [
        {"article_id": f"s{i:02}", "period": "2024", "value_usd": 879 * MILLION if i else BILLION}
        for i in range(60)
    ]
    found = dossier({f"s{i:02}": f"2025-01-{i % 28 + 1:02}" for i in range(60)}, trade=rows)
    assert "one source" not in findings.tiles(found)
    marks = mark(found, [r for r in found.facts])
    assert marks.count("“") == 3
    assert "Also S4, S5, S6, S7, S8, S9, S10, S11 and 49 more." in re.sub(r"\[(S\d+)\]\(#[^)]*\)", r"\1", marks)
    assert "and 56 others give $879 million" in reads(conflicts.conflicts(found))
    told = reads(trade_tables.all_figures(found)).splitlines()[2:]
    assert [line.split("| ")[3].strip() for line in told] == ["$879 million", "$1 billion"]
    assert "and 58 others |" in told[0] and "others" not in told[1]


def test_a_long_table_keeps_what_weighs_most_in_its_old_order():
    old = [
        {"article_id": "a", "period": f"{year}", "flow": "export", "reporter": "KAZ", "value_usd": year * 1e5}
        for year in range(1990, 2020)
    ]
    turnover = {"article_id": "a", "period": "1970", "value_usd": MILLION}
    goal = {"article_id": "a", "period": "2040", "value_usd": BILLION, "status": "target", "bound": "over"}
    text = reads(trade_tables.all_figures(dossier({"a": "2025-05-09"}, trade=[*old, turnover, goal])))
    assert "| 1970 |" in text and "| 2019 |" in text and "| 1991 |" not in text
    assert "2040 (goal) | Trade turnover | at least $1 billion" in text
    years = re.findall(r"^\| (\d{4})", text, re.M)
    assert years[:-1] == sorted(years[:-1], reverse=True)


def test_sources_in_tables_are_numbers_that_the_list_of_sources_explains(five_by_hand):
    row = next(line for line in visits.all_visits(five_by_hand).splitlines() if "To Lam" in line)
    assert re.findall(r"\[(S\d)\]\(#visits-", row) == ["S2", "S3", "S4"]
    entries = reads(annex.sources(five_by_hand)).splitlines()
    assert entries[0].startswith("- **S1** **The Astana Times**, 2026 (inferred).")
    assert [line[:8] for line in entries] == [f"- **S{n}**" for n in range(1, 6)]


def test_a_clipping_without_an_outlet_is_called_so():
    row = {"article_id": "a", "period": "2024", "value_usd": MILLION}
    found = dossier({"a": {"published": "2025-05-09", "outlet": None}}, trade=[row])
    assert "Unnamed outlet S1, 9 May 2025" in reads(trade_tables.all_figures(found))
    assert reads(annex.sources(found)).startswith("- **S1** **Unnamed outlet**, 9 May 2025.")


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ({"value_usd": 1e9, "bound": "under"}, "up to 25% more"),
        ({"value_usd": 1e9, "bound": "over"}, "at least 25% more"),
        ({"value_usd": 6e8, "bound": "over"}, "up to 25% less"),
        ({"value_usd": 6e8, "bound": "under"}, "at least 25% less"),
        ({"value_usd": 7.8e8, "bound": "about"}, "about 2.5% less"),
        ({"value_usd": 7.6e8, "bound": "exact"}, "5% less"),
        ({"value_usd": 7e8, "value_usd_max": 9e8, "bound": "exact"}, None),
    ],
)
def test_how_far_two_figures_lie_apart(other, text):
    shown = {"value_usd": 8e8, "value_usd_max": None, "bound": "exact"}
    assert trade.apart({"value_usd_max": None, **other}, shown) == text


LONG = (
    "Speaking in the capital after a day of talks that touched upon many fields, among them farming and the "
    "railways, the minister told reporters that turnover had come to $412.5 million in 2024, and that a "
    "session of the commission, long put off because of other engagements, would be held in October 2025."
)


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        ({"value_usd": 412.5e6, "period": "2024"}, "turnover had come to $412.5 million in 2024"),
        ({"level": "commission", "visitor": None, "period": "2025-10"}, "session of the commission, long"),
        ({"title": "railways of the south", "period": None}, "railways"),
        ({"title": "nothing of that", "period": None}, "Speaking in the capital"),
    ],
)
def test_a_note_quotes_the_part_of_a_long_sentence_that_matters(row, holds):
    text = excerpt({**row, "quote": LONG})
    assert holds in text and len(text) <= 201 and "…" in text
    assert "in October 2025." in text or "October" not in holds


def test_a_quote_within_a_quote_has_single_marks():
    assert excerpt({"quote": "“It was,” she said, “a start.”"}) == "‘It was,’ she said, ‘a start.’"


def test_at_most_six_findings_and_the_partnership_is_one_of_them(five_by_hand):
    text = reads(findings.key_findings(five_by_hand))
    assert len(text.splitlines()) == 6
    assert "The two countries have had a partnership (“Strategic Partnership”) since May 2025." in text
    assert "Of the 14 sectors named, 8 are at work." in text and "First named in the newest clipping" in text


def test_the_first_page_loses_nothing_and_says_what_is_uncertain(five_by_hand):
    text = reads(findings.key_findings(five_by_hand))
    assert "Kazakhstan had a deficit of $340.1 million with Viet Nam in January–May 2023 (our arithmetic): exp" in text
    assert "Planned: a session of the intergovernmental commission in June–July 2026" in text
    assert (
        "**Uncertain.** Sources disagree on two points: trade turnover in 2024 and the level of "
        "Kassym-Jomart Tokayev’s visit to Viet Nam."
    ) in text
    alone = dossier({"a": "2025-05-09"}, trade=[{"article_id": "a", "period": "2024", "value_usd": MILLION}])
    assert "**Uncertain.** Everything here rests on a single clipping." in reads(findings.key_findings(alone))


def test_a_planned_top_level_visit_is_told_before_earlier_sessions_and_the_tile_keeps_the_next_date():
    session = {"article_id": "a", "level": "commission", "host": "VNM", "status": "planned"}
    state = {"article_id": "a", "visitor": "To Lam", "visitor_role": "President", "origin": "VNM", "host": "KAZ"}
    found = dossier(
        {"a": "2025-05-09"},
        visits=[
            {**session, "period": "2025-06"},
            {**session, "level": "delegation", "origin": "KAZ", "period": "2025-07"},
            {**state, "level": "state", "status": "planned", "period": "2025-10"},
        ],
    )
    text = reads(findings.key_findings(found))
    assert (
        "Planned: To Lam’s state visit to Kazakhstan in October 2025 and a session of the intergovernmental "
        "commission in Viet Nam in June 2025."
    ) in text
    assert reads(findings.tiles(found)).splitlines()[3].startswith("- Next planned contact **June 2025**")


def test_the_same_text_under_two_names_is_one_source():
    text = {"published": "2025-05-09", "sha256": "same", "outlet": "Trend"}
    rows = [
        {"article_id": name, **row}
        for name in ("a", "b")
        for row in ({"period": "2024", "value_usd": 879 * MILLION}, {"status": "target", "value_usd": 2 * BILLION})
    ]
    found = dossier({"a": text, "b": text}, trade=rows)
    assert "$879 million for 2024, is given by Trend (9 May 2025)." in reads(trade.findings(found))
    assert "One goal or hope still open is named: $2 billion, with no year set (Trend): " in reads(
        findings.key_findings(found)
    )
    other = {"published": "2025-05-08", "outlet": "VNA"}
    told = dossier({"a": text, "b": text, "c": other}, trade=[*rows, {**rows[0], "article_id": "c"}])
    assert "$879 million for 2024, is given by two sources." in reads(trade.findings(told))


def test_a_picture_names_the_clippings_it_is_drawn_from(five_by_hand):
    rows = [{"article_id": f"s{i:02}", "period": "2024", "value_usd": BILLION} for i in range(20)]
    many = dossier({f"s{i:02}": f"2025-01-{i + 1:02}" for i in range(20)}, trade=rows)
    assert reads(drawn_from(many, figures.figures(many))) == "Sources: S1, S2, S3, S4, S5, S6 and 14 more."
    assert reads(drawn_from(five_by_hand, figures.balances(five_by_hand))) == "Source: S5 Kazinform, 21 August 2023."
    said = reads(drawn_from(five_by_hand, figures.figures(five_by_hand)))
    assert said.startswith("Sources: S1 The Astana Times, 2026 (inferred); S3")
    assert "[S5](#source-003_b1f493192fd55e3d)" in drawn_from(five_by_hand, figures.balances(five_by_hand))
    assert drawn_from(five_by_hand, figures.figures(five_by_hand)[:0]) == "Sources: none."


def test_clippings_left_out_are_listed_with_the_reason():
    found = dossier(
        {"a": "2025-05-09", "silent": "2025-05-09"},
        trade=[{"article_id": "a", "period": "2024", "value_usd": 1e6}],
        unread=[("z", "z.txt", "the file is empty; put the clipping's text into it or delete it")],
    )
    text = reads(annex.left_out(found))
    assert text.startswith("One clipping was left out:\n\n- z.txt: the file is empty")
    assert "One clipping was read but yields no statement: silent.txt." in text


def test_a_range_and_a_hedge_of_a_size_reach_the_briefing():
    told = [
        {"article_id": "a", "title": "dairy farm near Almaty", "sector": "agriculture", "place": "Almaty"},
        {
            "article_id": "b",
            "title": "dairy farm near Almaty",
            "sector": "agriculture",
            "place": "Almaty",
            "quantity": 100.0,
            "quantity_max": 200.0,
            "quantity_bound": "exact",
            "unit": "ha",
        },
        {
            "article_id": "b",
            "title": "Kazakh wheat shipments",
            "sector": "agriculture",
            "status": "done",
            "quantity": 15000.0,
            "quantity_bound": "over",
            "unit": "t",
        },
    ]
    shown = reads(str(sector_tables.all_projects(dossier({"a": "2025-05-05", "b": "2025-05-06"}, projects=told))))
    assert "100–200 ha" in shown and "more than 15,000 t" in shown


def test_sources_that_give_the_same_other_figure_are_named_together():
    rows = [
        {"article_id": key, "period": "2024", "value_usd": value, "bound": bound}
        for key, value, bound in (
            ("a", 879 * MILLION, "exact"),
            ("b", BILLION, "under"),
            ("c", BILLION, "under"),
            ("d", 700 * MILLION, "about"),
        )
    ]
    found = dossier({key: f"2025-05-0{i}" for i, key in enumerate("abcd", 1)}, trade=rows)
    first = reads(findings.key_findings(found)).splitlines()[0]
    assert "C and B give nearly $1 billion: up to 14% more." in first or (
        "B and C give nearly $1 billion: up to 14% more." in first
    )
    assert "D gives about $700 million: about 20% less." in first
    text = reads(trade.findings(found))
    assert "C (3 May 2025) and B (2 May 2025) give nearly $1 billion" in text


def test_jupyterlab_shows_notes_under_the_text_and_nothing_raw(five_by_hand):
    shown = findings.key_findings(five_by_hand)._repr_mimebundle_()["text/html"]
    page = lxml_html.fromstring(shown)
    assert "^[" not in page.text_content() and "{#" not in page.text_content()
    assert len(page.xpath("./ul/li")) == 6 and page.xpath("./ul/li[1]/strong")[0].text == "Trade."
    marks = [mark.text for mark in page.xpath(".//sup")]
    notes = page.xpath("./details/ol/li")
    assert marks == [str(n) for n in range(1, len(notes) + 1)] and len(marks) > 5
    assert notes[0].text_content().startswith("Trend, 6 May 2025: “Sentence 0 of the clipping.”")
    assert notes[0].xpath(".//a/@href") == ["https://en.trend.az/business/4040317.html"]
    table = lxml_html.fromstring(trade_tables.all_figures(five_by_hand)._repr_mimebundle_()["text/html"])
    assert [cell.text for cell in table.xpath(".//th")] == ["Period", "Flow", "Figure", "Growth", "Source"]
    told = say("trade.latest", when="<b>x</b> ^[a", value="[b] *c*", mark="")
    odd = lxml_html.fromstring(told._repr_mimebundle_()["text/html"])
    assert odd.text_content().strip().startswith("<b>x</b> ^[a, trade between the two countries came to [b] *c*.")


def test_none_and_one_are_told_as_people_say_it():
    row = {"article_id": "a", "sector": "mining", "stage": "operating"}
    one = dossier({"a": "2025-05-09"}, sectors=[row])
    assert sectors.says_stages(one) == "The one sector named is reported at work."
    assert sectors.findings(one).startswith("The clippings name one sector of cooperation, and it is at work.")
    assert "One sector of cooperation is named, and it is at work: mining." in reads(findings.key_findings(one))
    none = dossier({"a": "2025-05-09"}, sectors=[{**row, "stage": "agreed"}])
    assert sectors.says_stages(none) == "One sector is named, but it is not reported at work."
    assert "The clippings name one sector of cooperation, but it is not at work." in sectors.findings(none)
    made = {"article_id": "a", "visitor": "To Lam", "origin": "VNM", "host": "KAZ", "period": "2025-05-05"}
    assert (
        visit_pictures.says_timeline(dossier({"a": "2025-05-09"}, visits=[made]))
        == "One contact was made in 2025; none is still planned."
    )
    plan = {**made, "period": "2025-11", "status": "planned"}
    assert (
        visit_pictures.says_timeline(dossier({"a": "2025-05-09"}, visits=[made, plan]))
        == "One contact was made in 2025; one is still planned."
    )


def test_a_description_tells_what_is_drawn_and_no_more():
    rows = [
        {"article_id": "a", "period": "2024", "value_usd": BILLION},
        {"article_id": "a", "period": "2024", "value_usd": MILLION, "flow": "export", "reporter": "KAZ"},
    ]
    person = {"article_id": "a", "visitor": "To Lam", "origin": "VNM", "host": "KAZ"}
    flight = {"article_id": "a", "sector": "aviation", "status": "operating"}
    found = dossier(
        {"a": "2025-05-09"},
        trade=rows,
        visits=[{**person, "period": "2025-05-05"}, {**person, "visitor": "Vo Van Kiet", "period": None}],
        projects=[
            {**flight, "title": "flights Hanoi – Almaty", "place": "Hanoi; Almaty"},
            {**flight, "title": "flights to Da Nang", "place": "Da Nang"},
        ],
    )
    assert trade_pictures.alt_periods(found).startswith("A chart of one trade figure by period")
    assert "Vo Van Kiet" not in visit_pictures.alt_timeline(found)
    assert sectors.says_routes(found) == "One link is on the map: one operating or done, none planned or proposed."
    assert "Da Nang" not in sectors.alt_routes(found)


def test_a_goal_is_measured_by_a_rounded_figure_in_words_that_read():
    found = dossier(
        {"a": "2026-03-12"},
        trade=[
            {"period": "2025", "value_usd": 1.1 * BILLION, "bound": "over"},
            {"period": "2030", "value_usd": 3 * BILLION, "status": "target"},
        ],
    )
    assert "2.7 times the figure for 2025 (more than $1.1 billion), or growth of" in reads(goals(found))


def test_an_office_stands_where_its_holder_is_not_named():
    coming = {"visitor_role": "Prime Minister", "origin": "VNM", "host": "KAZ", "period": "2026-23"}
    found = dossier({"a": "2026-03-12"}, visits=[{**coming, "status": "planned"}])
    assert "the Vietnamese Prime Minister’s visit to Kazakhstan in autumn 2026" in reads(visits.findings(found))
    table = reads(visits.all_visits(found))
    assert re.search(r"Autumn 2026\W+Prime Minister of Viet Nam\W+Visit to Kazakhstan, planned", table)
