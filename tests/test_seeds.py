"""Reading a folder of clippings: what is read, what is left out and why, and a broken sidecar."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import kzvn_analysis as kz
from kzvn_analysis import seeds as seeds_module
from kzvn_analysis.cli import main

TEXT = "ASTANA – Kazakhstan and Vietnam signed an agreement on plant quarantine on May 6, 2025.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def kzvn(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "kzvn_analysis", *map(str, arguments)], capture_output=True, text=True, cwd=cwd
    )


def test_a_clipping_is_read_with_its_digest_and_normal_newlines(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    (article,) = kz.read_seeds(tmp_path)
    assert article.article_id == "a"
    assert article.text == "one\ntwo\nthree\n"
    assert article.sha256 == "739ebfc0dc624683fa3d772d059507ef6e63866c23db6c210d4ca60c36b59c71"  # by sha256sum


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\t\n", "the file is empty"),
        ("binary.txt", b"PK\x03\x04\0\0\0", "NUL bytes"),
        ("latin.txt", "à la carte".encode("latin-1"), "neither UTF-8 nor"),
        ("mixed.txt", "“Tô Lâm”".encode() + b" caf\xe9s", "part of it is UTF-8"),
    ],
)
def test_a_file_that_is_no_clipping_is_listed_and_the_others_are_read(folder, name, data, why):
    (folder / name).write_bytes(data)
    seeds = kz.read_seeds(folder)
    assert [a.article_id for a in seeds] == ["a"]
    assert [u.path for u in seeds.unread] == [name]
    assert why in seeds.unread[0].reason
    unread = kz.parse(seeds).unread
    assert list(unread["path"]) == [name]


@pytest.mark.parametrize("name", ["b.txt", "older"])
def test_a_folder_among_the_clippings_is_listed(folder, name):
    (folder / name).mkdir()
    (unread,) = kz.read_seeds(folder).unread
    assert unread.path == name and unread.reason.startswith("a folder")


def test_a_link_to_nothing_is_listed(folder):
    (folder / "b.txt").symlink_to("nowhere")
    assert "not a regular file" in kz.read_seeds(folder).unread[0].reason


@pytest.mark.parametrize("name", ["b.txt", "sources.csv", "corrections.csv"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder, tmp_path_factory, name):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("Kazakhstan and Vietnam keep this to themselves.\n")
    (folder / name).symlink_to(secret)
    result = kzvn("parse", folder, "--out", folder / "out")
    assert name in result.stderr and "a link that leads out of" in result.stderr
    assert "themselves" not in result.stdout + result.stderr
    assert result.returncode == (0 if name == "b.txt" else 1)


def test_a_link_within_the_folder_is_a_clipping(folder):
    (folder / "b.txt").symlink_to("a.txt")
    assert [a.article_id for a in kz.read_seeds(folder)] == ["a", "b"]


def test_pipes_and_devices_are_not_waited_for(folder):
    os.mkfifo(folder / "b.txt")
    (unread,) = kz.read_seeds(folder).unread
    assert unread.path == "b.txt" and unread.reason.startswith("not a regular file")


def test_a_file_that_vanishes_while_it_is_read_is_listed(folder, monkeypatch):
    (folder / "b.txt").write_text(TEXT)
    whole = seeds_module.read_file

    def vanish(path, most):
        if path.name == "b.txt":
            path.unlink()
        return whole(path, most)

    monkeypatch.setattr(seeds_module, "read_file", vanish)
    seeds = kz.read_seeds(folder)
    assert [a.article_id for a in seeds] == ["a"]
    assert seeds.unread[0].reason == "could not be read (No such file or directory); check the file and its permissions"


@pytest.mark.parametrize(
    ("writes", "read"), [(1, True), (99, False)], ids=["saved once more", "written all the time"]
)
def test_a_file_that_changes_while_it_is_read_is_read_as_it_is_in_the_end_or_listed(folder, monkeypatch, writes, read):
    clipping, told, left = folder / "b.txt", os.fstat, [writes]
    clipping.write_text(TEXT)

    def write_meanwhile(handle):
        """Between the look at the file and its reading somebody writes to it."""
        about = told(handle)
        if left[0] and os.path.samestat(about, clipping.stat()):
            left[0] -= 1
            with clipping.open("a") as file:
                file.write(TEXT)
        return about

    monkeypatch.setattr(os, "fstat", write_meanwhile)
    seeds = kz.read_seeds(folder)
    assert [article.text for article in seeds] == [TEXT, 2 * TEXT][: 1 + read]
    told_why = "it was changed while it was being read; try again when nothing writes to it"
    assert [item.reason for item in seeds.unread] == [told_why][read:]


@pytest.mark.parametrize("name", ["CON.txt", "nul.txt", "aux.tar.txt", "Com1.txt", "LPT9.old.txt", "prn .txt"])
def test_a_name_that_windows_keeps_for_a_device_is_listed_everywhere(folder, name):
    (folder / name).write_text(TEXT)
    seeds = kz.read_seeds(folder)
    assert [a.article_id for a in seeds] == ["a"]
    assert [(u.path, u.reason) for u in seeds.unread] == [
        (name, "Windows has no files of this name; give the file another name")
    ]


@pytest.mark.parametrize("name", ["CONCERT.txt", "a.con.txt", "com10.txt", "auxiliary.txt", "falcon.txt"])
def test_a_name_that_only_sounds_like_a_device_is_a_clipping(folder, name):
    (folder / name).write_text(TEXT)
    assert not kz.read_seeds(folder).unread


def test_the_longest_name_is_a_clipping_like_any_other(folder):
    name = "x" * 251 + ".txt"
    (folder / name).write_text(TEXT)
    result = kzvn("parse", folder, "--out", folder / "out")
    assert result.returncode == 0 and "clippings: 2 read, 0 left out" in result.stdout


@pytest.mark.parametrize("name", ["sources.csv", "corrections.csv"])
def test_a_sheet_that_is_a_pipe_or_far_too_large_is_told_and_not_waited_for(folder, name):
    os.mkfifo(folder / name)
    result = kzvn("parse", folder, "--out", folder / "out")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert f"{name}: could not be read (not a regular file). Check the file" in result.stderr
    (folder / name).unlink()
    with (folder / name).open("wb") as file:
        file.truncate(10_000_001)
    result = kzvn("parse", folder, "--out", folder / "out")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert f"{name}: larger than 10000000 bytes. Keep only the lines" in result.stderr


@pytest.mark.parametrize("name", ["note.docx", "UPPER.TXT", "a.pdf"])
def test_a_file_that_is_not_named_txt_is_listed_and_not_passed_over(folder, name):
    (folder / name).write_text(TEXT, encoding="utf-8")
    seeds = kz.read_seeds(folder)
    assert [a.article_id for a in seeds] == ["a"]
    assert [u.path for u in seeds.unread] == [name]
    assert "does not end in .txt" in seeds.unread[0].reason
    assert kz.parse(seeds).read_count == 1


def test_hidden_files_and_the_sheets_beside_the_clippings_are_no_clippings(folder):
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / ".a.txt.swp").write_bytes(b"\0")
    (folder / "sources.csv").write_text("file,url\n")
    (folder / "corrections.csv").write_text("action,row\n")
    assert kz.read_seeds(folder).unread == ()


def test_a_name_that_is_not_utf8_is_listed_with_its_bytes_escaped(folder):
    try:
        (folder / os.fsdecode(b"\xff.txt")).write_text(TEXT)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    result = kzvn("parse", folder, "--out", folder.parent / "out")
    assert result.returncode == 0
    assert "left out \\udcff.txt: its name is not UTF-8" in result.stderr
    assert "clippings: 1 read, 1 left out" in result.stdout


def test_a_file_without_read_permission_is_listed():
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o755)
        for name in ("a.txt", "b.txt"):
            (folder / name).write_text(TEXT)
        (folder / "b.txt").chmod(0)
        before, after = os.pipe()
        child = os.fork()
        if not child:  # the superuser reads everything
            try:
                if os.geteuid() == 0:
                    os.setuid(65534)
                seeds = kz.read_seeds(folder)
                os.write(after, "\n".join([*(a.path for a in seeds), *(u.reason for u in seeds.unread)]).encode())
            finally:
                os._exit(0)
        os.close(after)
        os.waitpid(child, 0)
        with open(before, encoding="utf-8") as told:
            assert told.read() == "a.txt\ncould not be read (Permission denied); check the file and its permissions"


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("", "line 1"),
        ("name,url\na.txt,x\n", "line 1"),
        ("file,url\na.txt\n", "line 2: 1 cells where the header has 2"),
        ("file,url\nb.txt,https://example.org/\n", "line 2: there is no clipping b.txt"),
        ("file,url\na.txt,\na.txt,\n", "line 3: a.txt has a line already (line 2)"),
        ("file,url\na.txt,javascript:alert(1)\n", "line 2: javascript:alert(1) is not a web address"),
        ("file,published\na.txt,yesterday\n", "line 2: yesterday is not a date"),
        ('file,url\n"a.txt,x\n', "line 2: not a UTF-8 CSV file"),
        (f"file,outlet\na.txt,{'x' * 200_000}\n", "line 2: not a UTF-8 CSV file (field larger than"),
        ("file,url\n\0\n", "line 2: 1 cells where the header has 2"),
        ("file;url\na.txt;x\n", "line 1: the header must name file"),
        ("file,url\n,https://example.org/\n", "line 2: no file is named"),
        ("file,url\na.txt,https://[\n", "line 2: https://[ is not a web address"),
        ("file,url\na.txt,https:///news\n", "line 2: https:///news is not a web address"),
        ("file,published\na.txt,2025-02-31\n", "line 2: 2025-02-31 is not a date"),
        ("file,published\na.txt,0000\n", "line 2: 0000 is not a date"),
        ("file,published\na.txt,2025-21\n", "line 2: 2025-21 is not a date"),
        ('file,outlet\na.txt,"two\nlines"\nb.txt,\n', "line 4: there is no clipping b.txt"),
    ],
)
def test_a_broken_sidecar_is_one_line_that_says_where(folder, sidecar, words):
    (folder / "sources.csv").write_text(sidecar, encoding="utf-8")
    result = kzvn("parse", folder, "--out", folder / "out")
    assert result.returncode == 1
    assert words in result.stderr and "sources.csv" in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_a_sidecar_that_is_not_utf8_is_told_with_its_line(folder):
    (folder / "sources.csv").write_bytes(b"file,outlet\na.txt,caf\xe9\n")
    with pytest.raises(kz.KzvnError, match=r"sources.csv, line 2: not a UTF-8 CSV file \(invalid continuation byte\)"):
        kz.read_seeds(folder)


def test_a_sidecar_that_cannot_be_opened_is_not_called_a_wrong_csv(folder):
    (folder / "sources.csv").mkdir()
    with pytest.raises(kz.KzvnError, match="sources.csv: could not be read .*Check the file"):
        kz.read_seeds(folder)


def test_the_sidecar_wins_over_the_text(folder):
    (folder / "a.txt").write_text(" date 2025-05-06 " + TEXT + "\nSource: VNA\n", encoding="utf-8")
    (folder / "sources.csv").write_text(
        "file,url,outlet,published\na.txt,https://example.org/news/1,The Example,2025-05-07\n", encoding="utf-8"
    )
    row = kz.parse(kz.read_seeds(folder)).articles.iloc[0]
    assert (row.url, row.outlet, row.published, row.published_basis) == (
        "https://example.org/news/1",
        "The Example",
        "2025-05-07",
        "stated",
    )


@pytest.mark.parametrize("make", ["missing", "file", "empty"])
def test_a_seeds_folder_that_is_none_is_said_in_one_line(tmp_path, make):
    path = tmp_path / "clippings"
    if make == "file":
        path.write_text("x")
    if make == "empty":
        path.mkdir()
    result = kzvn("parse", path, "--out", tmp_path / "out")
    assert result.returncode == (1 if make == "empty" else 2)
    assert str(path) in result.stderr and result.stderr.count("\n") == 1


def test_a_clipping_on_something_else_is_left_out_with_the_reason(folder):
    (folder / "b.txt").write_text(
        "TASHKENT – Uzbekistan's parliament passed the budget for 2025 on Monday. Deputies debated for six hours.\n"
    )
    result = kzvn("parse", folder, "--out", folder / "out")
    assert result.returncode == 0
    assert "left out b.txt: says nothing about Kazakhstan and Viet Nam together" in result.stderr
    assert "clippings: 1 read, 1 left out" in result.stdout


@pytest.mark.parametrize(("out", "code"), [("afile", 2), ("afile/deeper", 1)])
def test_tables_that_cannot_be_written_are_one_line(folder, tmp_path_factory, out, code):
    place = tmp_path_factory.mktemp("out")
    (place / "afile").write_text("x")
    result = kzvn("parse", folder, "--out", place / out)
    assert result.returncode == code
    assert str(place / out) in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr
    assert (place / "afile").read_text() == "x"


def test_folders_not_named_are_those_of_the_project_around(root, tmp_path):
    for part in ("notebooks", "report"):
        shutil.copytree(root / part, tmp_path / part)
    shutil.copy(root / "_quarto.yml", tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    result = kzvn("parse", cwd=tmp_path / "notebooks")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "_build" / "tables" / "trade.csv").is_file()
    assert not (tmp_path / "notebooks" / "_build").exists()


def test_a_file_that_fails_where_nobody_expects_it_is_one_line(monkeypatch):
    def fail(_folder):
        raise PermissionError(13, "Permission denied", "notebooks/a.ipynb")

    monkeypatch.setattr("kzvn_analysis.seeds.read_seeds", fail)
    result = CliRunner().invoke(main, ["review"])
    assert result.exit_code == 1
    assert result.output.startswith("kzvn: notebooks/a.ipynb: Permission denied.") and result.output.count("\n") == 1


def test_parse_writes_every_table_as_parquet_and_csv(folder):
    assert kzvn("parse", folder, "--out", folder / "out").returncode == 0
    names = [
        "articles",
        "trade",
        "visits",
        "agreements",
        "projects",
        "sectors",
        "unread",
        "reconciled_trade",
        "reconciled_visits",
        "reconciled_clippings",
    ]
    assert sorted(p.name for p in (folder / "out").iterdir()) == sorted(
        f"{n}.{kind}" for n in names for kind in ("csv", "parquet")
    )


def test_a_clipping_in_another_language_is_left_out_with_its_language(folder):
    (folder / "ru.txt").write_text(
        "АСТАНА – Президент Казахстана Касым-Жомарт Токаев провёл переговоры с Генеральным секретарём "
        "Коммунистической партии Вьетнама То Ламом. Стороны обсудили торговлю и инвестиции.\n",
        encoding="utf-8",
    )
    result = kzvn("parse", folder, "--out", folder / "out")
    assert result.returncode == 0
    assert "left out ru.txt: written in Russian" in result.stderr


def test_when_nothing_can_be_read_the_exit_code_says_so(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\0\0")
    result = kzvn("parse", tmp_path, "--out", tmp_path / "out")
    assert result.returncode == 1
    assert "none of the 1 clippings could be read" in result.stderr


def test_a_clipping_the_reader_stumbles_over_does_not_take_the_others_with_it(folder, monkeypatch):
    from kzvn_analysis import clipping

    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    whole = clipping.read
    monkeypatch.setattr(clipping, "read", lambda article: whole(article) if article.article_id == "a" else 1 / 0)
    parsed = kz.parse(kz.read_seeds(folder))
    assert list(parsed.articles["article_id"]) == ["a"]
    assert parsed.unread.iloc[0]["path"] == "b.txt"
    assert "ZeroDivisionError" in parsed.unread.iloc[0]["reason"]
