"""A clipping that is kept stands in the folder as it was tried out, and nobody else's line in sources.csv changes."""

from __future__ import annotations

import pytest

import kzvn_analysis as kz

TEXT = "Kazakhstan exported goods worth $310 million to Vietnam in 2025.\n"
NAME = "mine.txt"


def kept(folder):
    (article,) = (a for a in kz.read_seeds(folder) if a.article_id == "mine")
    return article.text, article.outlet, article.published, article.url


def test_a_kept_clipping_is_dated_and_attributed_as_it_was_shown(tmp_path):
    kz.keep_clipping(tmp_path, NAME, TEXT, outlet="The Tea Post, Hue", published="2026-03")
    shown = kz.article_from_text(TEXT, outlet="The Tea Post, Hue", published="2026-03")
    assert kept(tmp_path) == (TEXT, shown.outlet, shown.published, None)
    sheet = (tmp_path / "sources.csv").read_bytes()
    assert sheet == b'file,url,outlet,published\nmine.txt,,"The Tea Post, Hue",2026-03\n'


@pytest.mark.parametrize("published", ["2 March 2026", "2026-3-2", "2026-02-30", "2026-24"])
def test_a_day_in_another_form_is_refused_before_it_is_tried_out(published):
    with pytest.raises(kz.KzvnError, match=f"published: {published} is not a date. Write it as 2025-05-06"):
        kz.article_from_text(TEXT, published=published)


def test_where_nothing_is_said_no_sheet_is_made(tmp_path):
    kz.keep_clipping(tmp_path, NAME, TEXT, outlet="", published="")
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"file,outlet,published\na.txt,A,\n", b"file,outlet,published\na.txt,A,\nmine.txt,M,2026\n"),
        (b"published,file,outlet\n,a.txt,A", b"published,file,outlet\n,a.txt,A\n2026,mine.txt,M\n"),
        (
            b'\xef\xbb\xbffile,outlet,published\r\n"a.txt","A\r\nB", \r\n\r\n',
            b'\xef\xbb\xbffile,outlet,published\r\n"a.txt","A\r\nB", \r\n\r\nmine.txt,M,2026\r\n',
        ),
    ],
)
def test_the_other_rows_stay_byte_for_byte(tmp_path, before, after):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sources.csv").write_bytes(before)
    kz.keep_clipping(tmp_path, NAME, TEXT, outlet="M", published="2026")
    assert (tmp_path / "sources.csv").read_bytes() == after


def test_kept_again_the_row_is_brought_up_to_date_and_keeps_its_address(tmp_path):
    rows = b'file,url,outlet,published\na.txt,,"A\nB",\nmine.txt,https://example.org/1,Old,\nz.txt,,,2020\n'
    for name in ("a.txt", NAME, "z.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "sources.csv").write_bytes(rows)
    kz.keep_clipping(tmp_path, NAME, TEXT, outlet="New", published="2026-03-02")
    assert (tmp_path / "sources.csv").read_bytes() == rows.replace(b"Old,", b"New,2026-03-02")
    kz.keep_clipping(tmp_path, NAME, TEXT, outlet="New")
    assert kept(tmp_path) == (TEXT, "New", "2026-03-02", "https://example.org/1")


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("mine", {}, "mine: no name for a clipping"),
        ("../mine.txt", {}, "no name for a clipping"),
        ("con.txt", {}, "no name for a clipping"),
        (NAME, {"published": "2 March 2026"}, "2 March 2026 is not a date"),
        (NAME, {"url": "example.org"}, "example.org is not a web address"),
        ("a.txt", {}, "a.txt: holds another text already"),
        (NAME, {"published": "2026"}, "line 1: the header has no column published"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(tmp_path, name, said, words):
    (tmp_path / "a.txt").write_text("Another text.\n")
    (tmp_path / "sources.csv").write_text("file,outlet\na.txt,A\n")
    with pytest.raises(kz.KzvnError) as error:
        kz.keep_clipping(tmp_path, name, TEXT, **said)
    assert words in str(error.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "sources.csv"]
    assert (tmp_path / "sources.csv").read_text() == "file,outlet\na.txt,A\n"
