"""The preview as somebody at work sees it: a real session, a real Chromium, real files that change."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest
from briefing_project import PARAMETERS, cell_for, labels, make_project, write_notebook

from kzvn_analysis.errors import UsageError
from kzvn_analysis.preview.board import Board, read_files
from kzvn_analysis.preview.server import serving
from kzvn_analysis.preview.watch import changes

sync_api = pytest.importorskip("playwright.sync_api")

CLIPPING = "In 2024 trade between Kazakhstan and Viet Nam grew by 3 percent to $879 million.\n"
QUOTES = """\
#| label: trade-findings
import pandas
from IPython.display import Markdown
table = pandas.read_parquet(f"{tables_dir}/trade.parquet")
quotes = [quote.replace("$", "USD ") for quote in table["quote"]]
Markdown("\\n\\n".join(["A long text."] * 60 + quotes))
"""
LONG = 60_000  # milliseconds until something must have happened on a busy machine


@pytest.fixture
def folder(tmp_path):
    """A small project whose briefing shows the quotes of the table of trade."""
    project = make_project(tmp_path / "p")
    sources = [QUOTES if label == "trade-findings" else cell_for(label) for label in labels()["trade_trends"]]
    write_notebook(project.notebook("trade_trends"), sources, PARAMETERS + 'reads = ["trade"]\n')
    (project.root / "seeds").mkdir()
    (project.root / "seeds" / "a.txt").write_text(CLIPPING)
    return project.root


@contextmanager
def session(folder):
    """`kzvn preview` in `folder`: the process, its address, and what it has said so far."""
    command = [sys.executable, "-m", "kzvn_analysis", "preview", "--no-browser", "--port", "0"]
    command += ["-p", "as_of=2025-02-03"]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    said = [process.stdout.readline()]
    listener = threading.Thread(target=lambda: said.extend(process.stdout), daemon=True)
    listener.start()
    try:
        yield process, said[0].split()[1], said
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(20)
        listener.join(5)


@pytest.fixture(scope="module")
def chromium():
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium")
    with sync_api.sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()


def test_the_page_follows_the_work_and_keeps_the_last_good_briefing(folder, chromium):
    from axe_playwright_python.sync_playwright import Axe

    page = chromium.new_context(viewport={"width": 1000, "height": 700}).new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    frame = page.frame_locator("iframe:not(.coming)")
    wait = sync_api.expect

    def stands(words):
        wait(page.get_by_role("status").get_by_text(words)).to_be_visible(timeout=LONG)

    with session(folder) as (process, address, said):
        page.goto(address)
        wait(frame.get_by_text("USD 879 million")).to_be_attached(timeout=LONG)
        stands("Up to date")
        page.evaluate("window.same = true")
        inside = page.frames[1]
        inside.evaluate("window.scrollTo({top: 900, behavior: 'instant'})")

        # A clipping is edited: the same page shows it, at the same place.
        (folder / "seeds" / "a.txt").write_text(CLIPPING.replace("879", "991"))
        wait(frame.get_by_text("USD 991 million")).to_be_attached(timeout=LONG)
        wait(frame.get_by_text("USD 879 million")).not_to_be_attached()
        assert page.evaluate("window.same") and abs(page.frames[1].evaluate("window.scrollY") - 900) < 3

        # A notebook is broken: the page says so, above the last good briefing.
        notebook = folder / "notebooks" / "evidence.ipynb"
        good = notebook.read_text()
        notebook.write_text(good[:-20])
        wait(page.get_by_role("alert")).to_contain_text("evidence.ipynb: not a notebook that can be read", timeout=LONG)
        stands("Error")
        wait(frame.get_by_text("USD 991 million")).to_be_attached()
        assert Axe().run(page, context="header, #problem").response["violations"] == []

        # It is mended, and now words beside a clipping are wrong.  They are shown as words, never as markup.
        wrong = folder / "seeds" / "corrections.csv"
        notebook.write_text(good)
        wrong.write_text("action,row\n<img src=x onerror=alert(1)>,trade-1\n")
        wait(page.get_by_role("alert")).to_contain_text(
            "corrections.csv, line 2: the action <img src=x onerror=alert(1)> is none of", timeout=LONG
        )
        assert page.locator("#problem img").count() == 0

        # All is well again, and nothing is left of the error.
        wrong.unlink()
        stands("Up to date")
        wait(page.get_by_role("alert")).to_be_hidden()
        wait(frame.get_by_text("USD 991 million")).to_be_attached()
        assert page.evaluate("window.same") and complaints == []

        # The previews are no releases, and only the last one stays.
        assert not (folder / "briefings").exists()
        assert len([f for f in (folder / "_build" / "preview").iterdir() if not f.is_symlink()]) == 1

        # Ctrl-C in the middle of a render ends everything that the session has started.
        (folder / "seeds" / "a.txt").write_text(CLIPPING.replace("879", "555"))
        stands("Rendering")
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        stands("Ended")
        page.context.close()
    text = "".join(said)
    assert "changed: seeds/a.txt\n" in text and "changed: notebooks/evidence.ipynb\n" in text
    assert "evidence.ipynb: not a notebook" in text and text.endswith("preview ended\n")
    assert "Traceback" not in text and "\x1b" not in text


def ask(address, path="/", method="GET", host=None):
    """Status, headers and body of the answer to a request that is sent as it stands."""
    place = address.split("/")[2]
    connection = http.client.HTTPConnection(place, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    for name in [place] if host is None else host:
        connection.putheader("Host", name)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


@pytest.fixture
def served(tmp_path):
    """A release of a page and a table, with links beside them that lead out."""
    release = tmp_path / "release"
    (release / "tables").mkdir(parents=True)
    (release / "briefing.html").write_text("<p>Trade</p>")
    (release / "tables" / "trade.csv").write_text("value\n1\n")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "secret.txt").write_text("secret")
    (release / "link.txt").symlink_to(tmp_path / "secret.txt")
    (release / "folder").symlink_to(tmp_path / "more")
    board = Board()
    board.show("2026-02-03-12345678", read_files(release))
    with serving(board, 0) as address:
        yield address


def test_the_release_is_served_with_its_types_and_never_kept(served):
    status, headers, body = ask(served, "/briefing/briefing.html?n=1")
    assert (status, body) == (200, b"<p>Trade</p>")
    assert headers["Content-Type"] == "text/html; charset=utf-8" and headers["Cache-Control"] == "no-store"
    status, headers, body = ask(served, "/briefing/tables/trade.csv", "HEAD")
    assert (status, body) == (200, b"")
    assert headers["Content-Type"] == "text/csv; charset=utf-8" and headers["Content-Length"] == "8"
    assert headers["X-Content-Type-Options"] == "nosniff" and "Access-Control-Allow-Origin" not in headers


def test_the_frame_may_run_its_own_script_and_no_other(served):
    _, headers, body = ask(served)
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy and b"<script src=" in body and b"onclick" not in body


@pytest.mark.parametrize(
    "host",
    [
        ["evil.example"],
        ["127.0.0.1.evil.example"],
        ["localhost@evil.example"],
        ["192.168.0.7:80"],
        [],
        ["localhost", "evil.example"],
    ],
)
@pytest.mark.parametrize("path", ["/", "/briefing/briefing.html", "/events"])
def test_another_sites_name_for_this_machine_is_refused(served, host, path):
    status, _, body = ask(served, path, host=host)
    assert status == 403 and b"Trade" not in body


@pytest.mark.parametrize(
    "path",
    [
        "/briefing/../../secret.txt",
        "/briefing/..%2f..%2fsecret.txt",
        "/briefing/%2e%2e/secret.txt",
        "/briefing//etc/passwd",
        "/briefing/tables/../../secret.txt",
        "/briefing/tables\\..\\..\\secret.txt",
        "/briefing/link.txt",
        "/briefing/folder/secret.txt",
        "/briefing/",
        "/briefing/%00",
        "/briefing/%ff",
        "/board.py",
        "/page/page.js",
        "http://evil.example/secret.txt",
    ],
)
def test_nothing_but_the_release_is_served(served, path):
    status, _, body = ask(served, path)
    assert status == 404 and b"secret" not in body and b"root:" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_reading_is_allowed(served, method):
    status, headers, _ = ask(served, method=method)
    assert status == 405 and headers["Allow"] == "GET, HEAD"


def test_the_page_is_bound_to_this_machine_and_the_port_asked_for():
    import socket

    with serving(Board(), 0) as address:
        port = int(address.rsplit(":")[-1].strip("/"))
        # Another loopback address is another interface to the system: whoever listened everywhere would answer there.
        with socket.socket() as other, pytest.raises(OSError):
            other.settimeout(5)
            other.connect(("127.0.0.2", port))
        with pytest.raises(UsageError, match=rf"--port {port}: can't be used"), serving(Board(), port):
            pass


def test_a_page_is_told_how_it_stands_and_what_changes(served):
    with serving(board := Board(), 0) as address:
        board.set(phase="failed", error="a\nb")
        connection = http.client.HTTPConnection(address.split("/")[2], timeout=20)
        connection.request("GET", "/events")
        answer = connection.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream"
        lines = iter(answer.fp.readline, b"")
        first = next(line for line in lines if line.startswith(b"data:"))
        assert b'"error": "a\\nb"' in first  # on one line, as the format asks for
        board.show("2026-02-03-12345678", {})
        assert b'"version": "2026-02-03-12345678"' in next(line for line in lines if line.startswith(b"data:"))


def test_what_is_watched(folder):
    from kzvn_analysis.briefing.project import Project

    seen, stop = [], threading.Event()
    watching = threading.Thread(target=lambda: seen.extend(changes(Project(folder), folder / "seeds", stop)))
    watching.start()
    told = []

    def until_told(name):
        end = time.monotonic() + 30
        while time.monotonic() < end:
            told.extend(names for names in seen if names not in told)
            if any(name in names for names in seen):
                return
            time.sleep(0.05)
        pytest.fail(f"{name} was not told: {seen}")

    try:
        time.sleep(1)
        (folder / "seeds" / ".a.txt.swp").write_text("an editor's own")
        (folder / "notebooks" / ".ipynb_checkpoints").mkdir()
        (folder / "notebooks" / ".ipynb_checkpoints" / "evidence.ipynb").write_text("{}")
        (folder / "report" / "briefing.typ").write_text("what Quarto writes on its way")
        (folder / "_build").mkdir()
        (folder / "seeds" / "sources.csv").write_text("path\n")
        until_told(f"{folder}/seeds/sources.csv")
        (folder / "report" / "filters" / "notes.lua").write_text("-- changed")
        until_told("report/filters/notes.lua")
        (folder / "_quarto.yml").write_text("project: {}\n")
        until_told("_quarto.yml")
        # The folder goes, comes back, and is watched again.
        (folder / "seeds").rename(folder / "away")
        until_told(f"{folder}/seeds")
        seen.clear()
        (folder / "away").rename(folder / "seeds")
        until_told(f"{folder}/seeds")
        (folder / "seeds" / "b.txt").write_text(CLIPPING)
        until_told(f"{folder}/seeds/b.txt")
    finally:
        stop.set()
        watching.join(10)
    assert not any(name for names in told for name in names if "swp" in name or "checkpoints" in name or "typ" in name)


def test_a_call_that_is_wrong_ends_at_once(folder):
    for arguments, words in (
        (["nowhere"], "nowhere: there is no such folder"),
        (["-p", "minimun=2"], "-p minimun: no notebook has this parameter"),
    ):
        command = [sys.executable, "-m", "kzvn_analysis", "preview", "--no-browser", *arguments]
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
        assert (run.returncode, run.stdout) == (2, "") and run.stderr.startswith(f"kzvn: {words}")


def test_a_library_that_does_not_run_is_told_with_its_last_words(tmp_path):
    import queue

    from kzvn_analysis.preview.renderer import Render

    events = queue.Queue()
    render = Render({"seeds": 1, "out": "x", "engine": "embedded", "parameters": []}, events)
    told = {}
    while told.get("kind") not in ("made", "failed"):
        source, told = events.get(timeout=60)
    assert source is render and told["kind"] == "failed"
    assert told["text"].startswith("The render ended with code 1 and no answer.")
    assert "TypeError" in told["text"].splitlines()[-1]
