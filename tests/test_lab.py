"""The notebooks in JupyterLab, in a real browser: Run All, figures, a changed parameter run again."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMES = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
TOKEN = "notebooks"
SETTINGS = {
    # All cells are kept in the page, not only those in view, so that all can be looked at.
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # Milliseconds; the first completion waits for an import, which a busy machine takes its time for.
    "completer-extension/manager": {"providerTimeout": 30_000},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the checkout as `make lab` leaves it: the clippings are read."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "report", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(ROOT / "_quarto.yml", folder)
    subprocess.run([sys.executable, "-m", "kzvn_analysis", "parse", "--quiet"], cwd=folder, check=True)
    return folder


@pytest.fixture(scope="module")
def lab(project, tmp_path_factory):
    """JupyterLab on loopback, as the command `jupyter lab` starts it; gives its address."""
    home = tmp_path_factory.mktemp("home")
    for name, values in SETTINGS.items():
        file = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ip=127.0.0.1", f"--port={port}",
        f"--IdentityProvider.token={TOKEN}", "--notebook-dir=.", "--allow-root",
    ]  # fmt: skip
    environment = {
        **os.environ,
        "HOME": str(home),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
    }
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(address, server, home / "log")
            yield address
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def page(chromium, lab):
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(60_000)
    yield page
    page.close()


def _open(page, lab: str, name: str) -> None:
    page.goto(f"{lab}/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?token={TOKEN}&reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    # The page says idle before a kernel is connected; Run would then ask for one.
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    page.wait_for_function(
        """async name => (await (await fetch('/api/sessions')).json()).some(s => s.path.endsWith(`/${name}.ipynb`)
            && s.kernel.execution_state === 'idle' && s.kernel.connections)""",
        arg=name,
    )


def _run_all(page) -> None:
    """By the menu, as a person does, and once more if JupyterLab was still busy; ends when every code cell has run."""
    which = page.locator(".jp-Dialog .jp-mod-accept")  # on a busy machine JupyterLab asks which kernel is meant
    cells = page.locator(".jp-CodeCell .jp-InputPrompt")
    prompts = ["[ ]:"]
    for turn in range(3000):
        if turn % 100 == 0 and {prompt.strip() for prompt in prompts} == {"[ ]:"} and not which.is_visible():
            page.locator(".jp-Notebook .jp-MarkdownCell").first.click()  # the menus act on what has the focus
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        if which.is_visible():
            which.click()
        prompts = cells.all_inner_texts()
        if all(re.fullmatch(r"\[\d+\]:?", prompt.strip()) for prompt in prompts):
            return
        time.sleep(0.05)
    raise AssertionError(prompts)


def _save(page, path: Path) -> nbformat.NotebookNode:
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    for _ in range(600):
        if path.stat().st_mtime_ns != before and path.read_bytes().endswith(b"}\n"):
            break
        time.sleep(0.05)
    return nbformat.read(path, as_version=4)


def _write(page, cell, text: str) -> None:
    cell.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


@pytest.mark.parametrize("name", NAMES)
def test_run_all_ends_without_an_error(name, lab, page, project):
    _open(page, lab, name)
    _run_all(page)
    bad = page.locator("[data-mime-type$='jupyter.error'], [data-mime-type$='jupyter.stderr']")
    assert [bad.nth(i).inner_text() for i in range(bad.count())] == []
    saved = _save(page, project / "notebooks" / f"{name}.ipynb")
    labels = [re.search(r"#\| label: (fig-\S+)", cell.source) for cell in saved.cells]
    figures = page.locator("[data-mime-type='image/svg+xml'] :is(svg, img)")
    assert figures.count() >= len(list(filter(None, labels))) + (name == "start_here")
    for i in range(figures.count()):
        box = figures.nth(i).bounding_box()
        assert box["width"] > 200
        assert box["height"] > 100
    # What readers of the briefing open by a mark must not stand raw in between.
    assert "^[" not in "".join(page.locator(".jp-RenderedMarkdown").all_inner_texts())


def test_a_changed_parameter_shows_when_run_again(lab, page):
    _open(page, lab, "trade_trends")
    _run_all(page)
    data = page.locator(".jp-OutputArea-output table").first
    assert "2024" in data.inner_text()
    parameters = page.locator(".jp-CodeCell .cm-content").first
    source = parameters.inner_text()
    assert 'period = ""' in source
    parameters.fill(source.replace('period = ""', 'period = "2023"'))
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells…", exact=True).click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".jp-InputPrompt", has_text="[*]:").first.wait_for()
    _run_all(page)
    rows = page.locator(".jp-OutputArea-output table").first.inner_text()
    assert "2023" in rows
    assert "2024" not in rows


def test_tab_completes_the_library_and_shift_tab_explains_it(lab, page):
    _open(page, lab, "start_here")
    _run_all(page)
    cell = page.locator(".jp-CodeCell .cm-content").last
    _write(page, cell, "kz.read_")
    page.keyboard.press("Tab")
    offered = page.locator(".jp-Completer")
    offered.wait_for()
    assert "read_seeds" in offered.inner_text()
    assert "read_corrections" in offered.inner_text()
    page.keyboard.press("Escape")
    _write(page, cell, "kz.read_seeds")
    page.keyboard.press("Shift+Tab")
    assert "Read every clipping" in page.locator(".jp-Tooltip").inner_text()
