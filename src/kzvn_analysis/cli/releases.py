"""The commands about releases: render, preview, verify, prepare, diff."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import KzvnError, UsageError, message
from .options import ENGINE, OUT, PARAMETERS, SEEDS, how_much, in_project, offered, steps_for

if TYPE_CHECKING:
    from ..diff import Difference


@click.command()
@SEEDS
@ENGINE
@click.option(
    "--out", type=OUT, default=in_project("briefings"), show_default="briefings", help="Folder of the releases."
)
@PARAMETERS
@click.option(
    "--latest/--no-latest",
    "latest",
    default=None,
    help="Whether to make latest, the link beside the releases, lead to this one.  [default: only without parameters]",
)
@click.option(
    "--limit", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS",
    help="How long a notebook may take.  [default: 600]",
)
@how_much
def render(
    seeds: Path,
    engine: str,
    out: Path,
    parameters: tuple[str, ...],
    latest: bool | None,
    limit: float | None,
    said: str | None,
) -> None:
    """Make the briefing, HTML and PDF, from the clippings in SEEDS.

    \b
    Examples:
      kzvn render                       the clippings in seeds/, on the newest one's day
      kzvn render -p as_of=2025-05-09   as things stood on a day; later clippings are set aside
      kzvn render --engine embedded     without Quarto even if it is installed

    With -p the release is a trial: latest stays as it is.  A clipping counts from the earliest day it can have
    been written: one known only as "2025" from 1 January, unless it tells of a later day in 2025.  Undated ones
    are never set aside.

    Exit codes: 0 done, 1 something in the input is wrong and no release was made, 2 the call is wrong.
    """
    from ..briefing import render as make

    with steps_for(said) as steps:
        done = make(
            seeds, out, engine=engine, parameters=parameters, latest=latest, limit=limit, progress=steps
        )
    if said != "quiet":
        click.echo(f"briefing {done.version}: {'nothing has changed since it was made' if done.kept else 'made'}")
        for path in (done.html, done.pdf):
            click.echo(f"  {path}")
        click.echo(f"  {done.latest}" if done.is_latest else message("latest_elsewhere"))


@click.command()
@SEEDS
@click.option("--port", type=click.IntRange(0, 65535), help="Port of the page; 0 for any free one.  [default: 4777]")
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@ENGINE
@PARAMETERS
@how_much
def preview(
    seeds: Path, port: int | None, no_browser: bool, engine: str, parameters: tuple[str, ...], said: str | None
) -> None:
    """Show the briefing in the browser and keep it up to date while you work.

    Clippings, notebooks, report and the library's code are watched; after a change the briefing is rendered again and
    the open page shows it. Errors appear on the page, above the last good briefing. Only this machine can open the
    page, and no release is made. Ctrl-C ends it.

    \b
    Examples:
      kzvn preview                      watch seeds/, notebooks/, report/
      kzvn preview --no-browser         only print the address
      kzvn preview -p as_of=2025-05-09  as things stood on a day

    Exit codes: 0 ended by Ctrl-C, 2 the call is wrong.
    """
    from ..preview import preview as follow
    from ..preview.browser import browser

    browse = None if no_browser else browser()
    with steps_for(said) as steps:
        follow(seeds, port=port, browse=browse, engine=engine, parameters=parameters, steps=steps)


@click.command()
@click.argument("version", default="latest", shell_complete=offered("versions"))
@click.option(
    "--seeds",
    type=click.Path(path_type=Path, readable=False),
    default=in_project("seeds"),
    show_default="seeds",
    help="Folder of the clippings.",
)
@click.option(
    "--out", type=OUT, default=in_project("briefings"), show_default="briefings", help="Folder of the releases."
)
@how_much
def verify(version: str, seeds: Path, out: Path, said: str | None) -> None:
    """Make the release VERSION again and report the first byte that differs.

    VERSION is a release's name, latest (the release of the last render without parameters), or a folder.
    The release itself is not touched.  This needs the clippings, notebooks, report, code, packages and Python that
    it was made with, and the earlier release that it was compared with.

    \b
    Examples:
      kzvn verify
      kzvn verify VERSION

    Exit codes: 0 every byte is the same, 1 something differs, 2 it can't be made again here.
    """
    from ..briefing.verify import verify as compare

    try:
        with steps_for(said) as steps:
            found = compare(version, out, seeds, progress=steps)
    except KzvnError as error:  # 1 means that they differ
        raise UsageError(error.key, **error.facts) from None
    if found or said != "quiet":
        click.echo(found or message("verify_same", version=version))
    click.get_current_context().exit(1 if found else 0)


@click.command(hidden=True)
@SEEDS
@PARAMETERS
def prepare(seeds: Path, parameters: tuple[str, ...]) -> None:
    """Make the tables and run the notebooks; Quarto calls this before it renders."""
    from ..briefing import prepare as make
    from ..briefing.quarto import PREPARED

    if os.environ.get(PREPARED):
        return
    with steps_for(None) as steps:
        make(seeds, parameters=parameters, progress=steps)


@click.command()
@click.argument("old", required=False, shell_complete=offered("versions"))
@click.argument("new", default="latest", shell_complete=offered("versions"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For people, for a pull request, for programs.",
)
@click.option(
    "--out", type=OUT, default=in_project("briefings"), show_default="briefings", help="Folder of the releases."
)
def diff(old: str | None, new: str, form: str, out: Path) -> None:
    """Show what changed from OLD to NEW, fact by fact.

    Each is a release's version, latest (the release of the last render without parameters), or the folder of a
    release or of tables, an archive's too.  Without NEW it is latest; without OLD, the release that NEW was compared
    with when it was made, or the one before it.

    \b
    Examples:
      kzvn diff                                      what latest changed
      kzvn diff OLD                                  from the release OLD to latest
      kzvn diff old/tables new/tables --format json  for programs

    Exit codes: 0 both say the same, 1 they differ, 2 the call is wrong.
    """
    from ..briefing import earlier
    from ..diff import compare, open_side

    try:
        after = earlier.find(out, new)
        before = earlier.find(out, old) if old else earlier.before(out, after)
        found = compare(open_side(before, old or ""), open_side(after, new))
    except KzvnError as error:  # 1 means that they differ
        raise UsageError(error.key, **error.facts) from None
    except OSError as error:
        raise UsageError("file_io", path=error.filename or "?", why=error.strerror or error) from None
    click.echo(_written(found, form), nl=False)
    click.get_current_context().exit(1 if found else 0)


def _written(difference: Difference, form: str) -> str:
    """A comparison in the form that was asked for."""
    if form == "json":
        from ..diff.as_json import as_json

        return as_json(difference)
    from ..prose.changes_report import WIDTH, as_markdown, as_text

    if form == "markdown":
        return str(as_markdown(difference))
    return as_text(difference, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))
