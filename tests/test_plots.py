"""Pictures at no, few and many rows: nothing outside the frame, no label on another, the same bytes."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pandas as pd
import pytest
from matplotlib.text import Text

from kzvn_analysis import plots
from kzvn_analysis.facts.sectors import SECTORS, STAGES
from kzvn_analysis.facts.visits import LEVELS

AS_OF = date(2026, 2, 3)
LONG = "Nguyễn Thị Phương Thảo Đặng Trần Quỳnh of the Provincial People’s Committee"
SIZES = (0, 1, 3, 60)


def figures(n):
    """Turnover figures: years, parts of years, rounded ones, ranges, goals with and without a year."""
    rows = []
    for i in range(n):
        year = 2025 - i // 3
        kind = i % 5
        rows.append(
            {
                "flow": "turnover",
                "reporter": None,
                "period": (str(year), str(year), f"{year}-01/{year}-05", "2030", None)[kind],
                "coverage": ("year", "year", "part", "year", "unknown")[kind],
                "value_usd": 2e8 + 3.7e7 * i,
                "value_usd_max": 6e9 if kind == 4 else None,
                "bound": "about" if kind == 1 else "exact",
                "exact": kind != 1,
                "status": "target" if kind > 2 else "reported",
                "source": f"The Quite Long Named Gazette {i}, 6 May {year}",
            }
        )
    columns = [
        "flow",
        "reporter",
        "period",
        "coverage",
        "value_usd",
        "value_usd_max",
        "bound",
        "exact",
        "status",
        "source",
    ]
    return pd.DataFrame(rows, columns=columns)


def balances(n):
    rows = [
        {
            "reporter": ("KAZ", "VNM")[i % 2],
            "period": str(2025 - i),
            "export_usd": 9e7 + i * 1e7,
            "import_usd": 4e8 - i * 5e6,
            "balance_usd": 9e7 + i * 1e7 - 4e8 + i * 5e6,
            "article_id": f"a{i}",
        }
        for i in range(n)
    ]
    return pd.DataFrame(
        rows, columns=["reporter", "period", "export_usd", "import_usd", "balance_usd", "article_id"]
    )


def visits(n):
    rows = [
        {
            "visit_id": f"v{i}",
            "visitor": LONG if i % 7 == 3 else f"Tô Lâm {i}",
            "origin": ("VNM", "KAZ")[i % 2],
            "direction": ("VNM→KAZ", "KAZ→VNM", "elsewhere")[i % 3],
            "level": LEVELS[i % len(LEVELS)],
            "period": f"{2026 - i * i // 60}-{1 + i % 12:02d}",
            "status": "planned" if i % 9 == 8 else "made",
            "top": i % 4 == 0,
        }
        for i in range(n)
    ]
    return pd.DataFrame(
        rows, columns=["visit_id", "visitor", "origin", "direction", "level", "period", "status", "top"]
    )


def intervals(n):
    rows = [
        {
            "from_visitor": LONG if i == 2 else f"Tô Lâm {i}",
            "to_visitor": None if i == n - 1 else "Қасым",
            "from_period": "2011-10/2011-11",
            "to_period": "2012",
            "days_low": 30 + 400 * (i % 5),
            "days_high": 60 + 500 * (i % 5),
            "open": i == n - 1,
        }
        for i in range(n)
    ]
    return pd.DataFrame(
        rows,
        columns=["from_visitor", "to_visitor", "from_period", "to_period", "days_low", "days_high", "open"],
    )


def cells(n):
    rows = [
        {
            "sector": SECTORS[i % len(SECTORS)],
            "article_id": f"a{j}",
            "stage": STAGES[(i + j) % 4],
            "stage_rank": (i + j) % 4,
        }
        for j in range(n)
        for i in range(j % 5, len(SECTORS), 3)
    ]
    return pd.DataFrame(rows, columns=["sector", "article_id", "stage", "stage_rank"])


def articles(n):
    rows = [
        {
            "article_id": f"a{j}",
            "mark": f"S{n - j}",
            "published": "6 May 2025",
            "written": f"2025-05-{1 + j % 28:02d}" if j else None,
        }
        for j in range(n)
    ]
    return pd.DataFrame(rows, columns=["article_id", "mark", "published", "written"])


def summary(n):
    moves = ("advanced", "single", "steady", "undated")
    rows = [
        {
            "sector": s,
            "stage_rank": 3 - i % 4 if moves[i % 4] != "advanced" else 3,
            "first_stage": STAGES[i % 3],
            "first_when": None if moves[i % 4] == "undated" else "August 2023",
            "reached_when": None if moves[i % 4] == "undated" else "February 2026",
            "movement": moves[i % 4],
        }
        for i, s in enumerate(SECTORS[:n])
    ]
    return pd.DataFrame(
        rows, columns=["sector", "stage_rank", "first_stage", "first_when", "reached_when", "movement"]
    )


def routes(n):
    cities = (
        "Almaty",
        "Hanoi",
        "Astana",
        "Da Nang",
        "Nha Trang",
        "Shymkent",
        "Phu Quoc",
        "Aktau",
        "Hai Phong",
        "Atyrau",
        "Ho Chi Minh City",
    )
    rows = [
        {
            "sector": ("aviation", "transport")[i % 2],
            "status": ("operating", "planned", "proposed", "done")[i % 4],
            "place": f"{cities[i % 11]}; {cities[(3 * i + 1) % 11]}; Nowhere-at-all",
        }
        for i in range(n)
    ]
    return pd.DataFrame(rows, columns=["sector", "status", "place"])


PICTURES = {
    "trade_by_period": lambda n: plots.trade_by_period(figures(n)),
    "trade_balance": lambda n: plots.trade_balance(balances(n)),
    "visits_timeline": lambda n: plots.visits_timeline(visits(n), AS_OF),
    "visit_intervals": lambda n: plots.visit_intervals(intervals(n), AS_OF),
    "sector_stages": lambda n: plots.sector_stages(cells(n), articles(n)),
    "sector_ladder": lambda n: plots.sector_ladder(summary(n)),
    "route_map": lambda n: plots.route_map(routes(n)),
}


def texts(figure):
    """Every text that is drawn, with its box in pixels."""
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    drawn = [*figure.texts, *(text for legend in figure.legends for text in legend.get_texts())]
    for axes in figure.axes:
        drawn += axes.texts
        for axis in (axes.xaxis, axes.yaxis) if axes.axison else ():
            low, high = sorted(axis.get_view_interval())
            drawn += [
                t.label1
                for t in axis.get_major_ticks()
                if low <= t.get_loc() <= high and t.label1.get_visible()
            ]
            drawn += [
                t.label2
                for t in axis.get_major_ticks()
                if low <= t.get_loc() <= high and t.label2.get_visible()
            ]
    # A leader's annotation has no text, and an annotation's own extent would count the leader in.
    return [
        (text, Text.get_window_extent(text, renderer))
        for text in drawn
        if text.get_visible() and text.get_text().strip()
    ]


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("name", PICTURES)
def test_no_text_outside_the_figure_and_none_on_another(name, n):
    figure = PICTURES[name](n)
    found = list(texts(figure))
    assert found
    frame = figure.bbox
    for text, box in found:
        assert (
            frame.x0 - 1 <= box.x0
            and box.x1 <= frame.x1 + 1
            and frame.y0 - 1 <= box.y0
            and box.y1 <= frame.y1 + 1
        ), text.get_text()
    flat = [(t, b) for t, b in found if t.get_rotation() == 0]  # a slanted text's box is mostly empty
    for (a, box_a), (b, box_b) in combinations(flat, 2):
        inner = box_a.padded(-1)
        assert inner.width <= 0 or inner.height <= 0 or not inner.overlaps(box_b.padded(-1)), (
            a.get_text(),
            b.get_text(),
        )


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_same_bytes_each_time_and_says_no_date(name):
    first, second = (plots.Picture(PICTURES[name](3), "what it shows").svg() for _ in range(2))
    assert first == second
    ElementTree.fromstring(first)
    assert "<dc:date>" not in first and "matplotlib.org" not in first.lower().replace("http://www.w3.org", "")


def test_an_empty_picture_says_why():
    for name, draw in PICTURES.items():
        words = " ".join(text.get_text() for text, _ in texts(draw(0)))
        assert words.lower().startswith(("no clipping", "fewer than two")), (name, words)


def test_a_notebook_gets_the_svg_and_its_description():
    data, metadata = plots.Picture(PICTURES["trade_balance"](1), "what it shows")._repr_mimebundle_()
    assert data["text/plain"] == "what it shows"
    assert data["image/svg+xml"].startswith("<?xml")
    assert metadata == {"image/svg+xml": {"alt": "what it shows"}}


def test_figures_of_different_kinds_are_never_joined_by_a_line():
    for axes in plots.trade_by_period(figures(6)).axes:
        for line in axes.lines:
            xs, ys = line.get_xdata(), line.get_ydata()
            # a point, a spread at one time, or a span of one value
            assert len(xs) == 1 or xs[0] == xs[-1] or ys[0] == ys[-1]


def test_reported_figures_keep_most_of_the_room_beside_a_far_goal():
    rows = figures(5)
    rows.loc[rows["status"] == "target", ["value_usd", "value_usd_max"]] = 9e9, 12e9
    picture = plots.trade_by_period(rows)
    picture.draw_without_rendering()
    goals, reported = picture.axes
    assert reported.get_position().height > 1.5 * goals.get_position().height
    assert reported.get_ylim()[0] == 0 and reported.get_ylim()[1] < 1e9
    assert reported.get_xlim() == goals.get_xlim()


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("name", PICTURES)
def test_letters_are_legible_on_a_phone(name, n):
    figure = PICTURES[name](n)
    pixels = 328 / (72 * figure.get_figwidth())  # to a point, in a column 328 pixels wide
    assert min(text.get_fontsize() for text, _ in texts(figure)) * pixels >= 9


@pytest.mark.parametrize("letters", ["ạảấầẩẫậắằẳẵặẹẻẽếềểễ", "ệỉịọỏốồổỗộớờởỡợụủứừửữ", "ӘәҒғҚқҢңӨөҰұҮүҺһІі"])
def test_the_fonts_hold_vietnamese_and_kazakh_letters(letters, recwarn):
    rows = visits(3)
    rows["visitor"] = letters
    plots.Picture(plots.visits_timeline(rows, AS_OF), "").svg()
    assert not [w for w in recwarn if "missing from" in str(w.message)]


def test_years_keep_their_order_and_the_newest_visit_is_on_top():
    rows = visits(3)
    rows["period"] = ["1959", "2025-05-05/2025-05-07", "2030"]
    rows["visitor"] = ["first", "second", "third"]
    rows["status"] = ["made", "made", "planned"]
    high = {text.get_text(): box.y0 for text, box in texts(plots.visits_timeline(rows, AS_OF))}
    line = high["As of 3 February 2026"]
    assert high["third"] > line > high["second"] > high["first"]


def test_of_many_visits_those_at_the_top_level_are_drawn_and_the_rest_counted():
    rows = visits(60)
    picture = plots.visits_timeline(rows, AS_OF)
    words = [text.get_text() for text, _ in texts(picture)]
    top = [v[:20] for v in rows.loc[rows["top"], "visitor"]]
    assert all(any(word.startswith(name) for word in words) for name in top)
    assert picture.legends[0].get_title().get_text() == "44 more in the table"
