"""The command ``kzvn``.  Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .errors import KzvnError, UsageError, counted, mendable, message, printable

if TYPE_CHECKING:
    from .diff import Difference
    from .seeds import Seeds
    from .tables import Tables
    from .terminal import Steps


class _Commands(click.Group):
    """Turns a problem the user can mend into one line and an exit code."""

    def main(self, *arguments: object, **more: object):
        if "_KZVN_COMPLETE" in os.environ:  # the shell asks what to offer
            from . import completion  # noqa: F401  it makes itself known
        return super().main(*arguments, **more)

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except (KzvnError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:  # the reader of a pipe has gone
                raise  # click ends quietly
            problem = mendable(error)
        click.echo(f"kzvn: {problem}", err=True)
        ctx.exit(problem.exit_code)


def _in_project(name: str) -> Callable[[], Path]:
    """A default folder: that of the project the working folder lies in, else one of the working folder."""

    def folder() -> Path:
        from .briefing.project import find_project

        try:
            return Path(os.path.relpath(find_project().root / name))
        except (KzvnError, OSError):
            return Path(name)

    return folder


def _offered(kind: str) -> Callable:
    """What the shell offers for an argument or option on Tab; a function of `completion`."""

    def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list:
        from . import completion

        return getattr(completion, kind)(context, parameter, incomplete)

    return complete


class _Address(click.Path):
    """A path, or an address of a file system elsewhere, such as ``s3://…``."""

    def convert(self, value: object, parameter: click.Parameter | None, context: click.Context | None) -> str:
        from .archive.place import is_address

        text = os.fspath(value)
        return text if is_address(text) else str(super().convert(text, parameter, context))


_SEEDS = click.argument(
    "seeds",
    type=click.Path(path_type=Path, readable=False),
    default=_in_project("seeds"),
    shell_complete=_offered("folders"),
)
_OUT = click.Path(path_type=Path, file_okay=False)
_ENGINE = click.option(
    "--engine",
    type=click.Choice(["auto", "embedded", "quarto"]),
    default="auto",
    show_default=True,
    help="What sets the document; auto takes Quarto where it is on the PATH.",
)
_PARAMETERS = click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=_offered("parameters"),
    help="A parameter of the notebooks; may be given several times.",
)


def _how_much(command: Callable) -> Callable:
    """The options ``--quiet`` and ``--verbose``; where both stand, the last one counts."""
    quiet = click.option("-q", "--quiet", "said", flag_value="quiet", help="Say nothing but errors.")
    verbose = click.option(
        "-v",
        "--verbose",
        "said",
        flag_value="verbose",
        help="Say also what was used again, what was run and how long it took.",
    )
    return quiet(verbose(command))


def _steps(said: str | None) -> Steps:
    from .terminal import Steps

    return Steps(quiet=said == "quiet", verbose=said == "verbose", passing=said == "passing")


def _read(seeds: Path, steps: Steps) -> tuple[Seeds, Tables]:
    """The clippings and their tables; within a project, clippings that were read before come from its cache."""
    from .briefing.clippings import kept_reader
    from .briefing.project import find_project
    from .briefing.store import Store
    from .seeds import read_seeds
    from .tables import parse

    articles, begun = read_seeds(seeds), itertools.count()
    try:
        cache = find_project().build / "cache"
    except (KzvnError, OSError):
        cache = None
    steps.step(counted("step_read", len(articles)), of=len(articles))
    with kept_reader(Store(cache)) as reader:
        tables = parse(articles, reader=reader, progress=lambda article: steps.at(article.path, next(begun)))
    return articles, tables


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="kzvn-analysis", prog_name="kzvn")
def main() -> None:
    """From a folder of news clippings to an auditable briefing on Kazakhstan–Viet Nam relations.

    \b
    Examples:
      kzvn parse seeds --out tables     read the clippings into tidy tables
      kzvn render                       make the briefing, HTML and PDF
      kzvn preview                      see it in the browser while you work
      kzvn diff                         see what the newest release changed
      kzvn verify                       make the newest release again, byte for byte
      kzvn review                       see what deserves a human eye
      kzvn explain trade-1a2b3c4d9e0f       see where a row comes from

    Folders that are not named are those of the project the working folder lies in: seeds/ for the
    clippings, briefings/ for the releases.

    Exit codes: 0 done, 1 something in the input is wrong, 2 the call is wrong.
    """


@main.command()
@click.argument(
    "seeds", type=_Address(readable=False), default=_in_project("seeds"), shell_complete=_offered("folders")
)
@click.option(
    "--out",
    type=_Address(file_okay=False),
    show_default="_build/tables, of an archive _build/archive",
    help="Folder for the tables.",
)
@click.option(
    "--workers", type=click.IntRange(min=0), metavar="N",
    help="Read SEEDS as an archive, in N processes; 0: in this one.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Read SEEDS as an archive, on the Dask cluster at ADDRESS (tcp://…).")
@_how_much
def parse(seeds: str, out: str | None, workers: int | None, scheduler: str | None, said: str | None) -> None:
    """Read the clippings in SEEDS into tidy tables (Parquet and CSV).

    An archive becomes one Parquet dataset per table: a folder of folders or .gz files, a .jsonl file (also .gz), a
    .parquet file, addresses such as s3://…, and whatever --workers or --scheduler is given for.  A run that was
    stopped goes on where it stood.

    \b
    Examples:
      kzvn parse seeds --out tables
      kzvn parse archive.jsonl.gz --out tables
      kzvn parse s3://press/2025 --out s3://press/tables --scheduler tcp://10.0.0.1:8786

    Exit codes: 0 done, 1 something in the clippings or beside them is wrong, 2 the call is wrong.
    """
    from .archive.address import is_archive
    from .archive.place import is_address

    if scheduler and workers is not None:
        raise UsageError("archive_two_clusters")
    if scheduler or workers is not None or is_archive(seeds) or is_address(out or ""):
        _parse_archive(seeds, out or str(_in_project("_build/archive")()), scheduler, workers, said)
    else:
        _parse_folder(Path(seeds), Path(out) if out else _in_project("_build/tables")(), said)


def _parse_folder(seeds: Path, out: Path, said: str | None) -> None:
    from .reconcile import reconcile
    from .tables import FACT_TABLES, save

    with _steps(said) as steps:
        _, tables = _read(seeds, steps)
        for row in tables.unread.itertuples():
            steps.note(f"left out {row.path}: {row.reason}")
        together = reconcile(tables)
        save({**tables, **together}, out)
    if said != "quiet":
        counts = ", ".join(f"{name} {len(tables[name])}" for name in FACT_TABLES)
        reprints = int(together.clippings["copy_of"].notna().sum())
        click.echo(
            f"clippings: {tables.read_count} read, {len(tables.unread)} left out"
            + (f"; {reprints} print the text of another again" if reprints else "")
        )
        click.echo(f"rows: {counts}")
        click.echo(f"tables in {printable(out)}")
    if not tables.read_count:
        raise KzvnError("seeds_all_unread", path=seeds, count=len(tables.unread))


def _parse_archive(seeds: str, out: str, scheduler: str | None, workers: int | None, said: str | None) -> None:
    from .archive.run import parse_archive
    from .archive.tell import Teller, left_out, summary

    try:
        with _steps(said) as steps:
            done = parse_archive(seeds, out, scheduler=scheduler, workers=workers, progress=Teller(steps))
            steps.finish()
            for line in left_out(done):
                steps.note(line)
    except KeyboardInterrupt:
        click.echo(message("archive_stopped"), err=True)
        click.get_current_context().exit(1)
    if said != "quiet":
        click.echo(summary(done))
    if not done.read:
        raise KzvnError("archive_all_unread", path=seeds, count=done.unread, out=out)


@main.command()
@_SEEDS
@_ENGINE
@click.option(
    "--out", type=_OUT, default=_in_project("briefings"), show_default="briefings", help="Folder of the releases."
)
@_PARAMETERS
@click.option(
    "--latest/--no-latest",
    "latest",
    default=None,
    help="Whether briefings/latest is to lead to this release; without parameters it does, with parameters not.",
)
@click.option(
    "--limit", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS",
    help="How long a notebook may take.  [default: 600]",
)
@_how_much
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
      kzvn render -p as_of=2025-05-09   as things stood on a day
      kzvn render --engine embedded     without Quarto even where there is one

    Exit codes: 0 done, 1 something in the input is wrong and no release was made, 2 the call is wrong.
    """
    from .briefing import render as make

    with _steps(said) as steps:
        done = make(
            seeds, out, engine=engine, parameters=parameters, latest=latest, limit=limit, progress=steps
        )
    if said != "quiet":
        click.echo(f"briefing {done.version}: {'nothing has changed since it was made' if done.kept else 'made'}")
        for path in (done.html, done.pdf):
            click.echo(f"  {path}")
        click.echo(f"  {done.latest}" if done.is_latest else message("latest_elsewhere"))


@main.command()
@_SEEDS
@click.option("--port", type=click.IntRange(0, 65535), help="Port of the page; 0 for any free one.  [default: 4777]")
@click.option("--no-browser", is_flag=True, help="Only tell the address.")
@_ENGINE
@_PARAMETERS
@_how_much
def preview(
    seeds: Path, port: int | None, no_browser: bool, engine: str, parameters: tuple[str, ...], said: str | None
) -> None:
    """Show the briefing in the browser and keep it up to date while you work.

    Clippings, notebooks, report and the library's code are watched; what is touched is rendered again and the open page
    shows it. What is wrong stands on the page, above the last good briefing. The page is for this machine only, and
    releases are left alone. Ctrl-C ends it.

    \b
    Examples:
      kzvn preview                      watch seeds/, notebooks/, report/
      kzvn preview --no-browser         only tell the address
      kzvn preview -p as_of=2025-05-09  as things stood on a day

    Exit codes: 0 ended by Ctrl-C, 2 the call is wrong.
    """
    from .preview import preview as follow
    from .preview.browser import browser

    browse = None if no_browser else browser()
    with _steps(said) as steps:
        follow(seeds, port=port, browse=browse, engine=engine, parameters=parameters, steps=steps)


@main.command()
@click.argument("version", default="latest", shell_complete=_offered("versions"))
@click.option(
    "--seeds",
    type=click.Path(path_type=Path, readable=False),
    default=_in_project("seeds"),
    show_default="seeds",
    help="Folder of the clippings.",
)
@click.option(
    "--out", type=_OUT, default=_in_project("briefings"), show_default="briefings", help="Folder of the releases."
)
@_how_much
def verify(version: str, seeds: Path, out: Path, said: str | None) -> None:
    """Make the release VERSION again from its manifest and tell the first byte that differs.

    VERSION is a release's name, latest, or a folder.  The release itself is not touched.

    \b
    Examples:
      kzvn verify                           the newest release
      kzvn verify 2026-02-18-1a2b3c4d

    Exit codes: 0 every byte is the same, 1 something differs, 2 it can't be made again here.
    """
    from .briefing.verify import verify as compare

    try:
        with _steps(said) as steps:
            found = compare(version, out, seeds, progress=steps)
    except KzvnError as error:  # 1 means that they differ
        raise UsageError(error.key, **error.facts) from None
    if found or said != "quiet":
        click.echo(found or message("verify_same", version=version))
    click.get_current_context().exit(1 if found else 0)


@main.command(hidden=True)
@_SEEDS
@_PARAMETERS
def prepare(seeds: Path, parameters: tuple[str, ...]) -> None:
    """Make the tables and run the notebooks; Quarto calls this before it renders."""
    from .briefing import prepare as make
    from .briefing.quarto import PREPARED

    if os.environ.get(PREPARED):
        return
    with _steps(None) as steps:
        make(seeds, parameters=parameters, progress=steps)


@main.command()
@click.argument("row", shell_complete=_offered("rows"))
@click.option(
    "--seeds",
    shell_complete=_offered("folders"),
    type=click.Path(path_type=Path, readable=False),
    default=_in_project("seeds"),
    show_default="seeds",
    help="Folder of the clippings.",
)
def explain(row: str, seeds: Path) -> None:
    """Tell where ROW comes from: its words, its rule, how its dates were reckoned, what other clippings say.

    \b
    Example:
      kzvn explain trade-1a2b3c4d9e0f

    Exit codes: 0 done, 1 something in the clippings or beside them is wrong, 2 there is no such row.
    """
    from .provenance import explain

    with _steps("passing") as steps:
        explanation = explain(row, *_read(seeds, steps))
    click.echo(str(explanation))


@main.command()
@_SEEDS
def review(seeds: Path) -> None:
    """List what deserves a human eye: files left out, conflicts, inferred dates, sentences that yielded nothing.

    \b
    Example:
      kzvn review seeds

    Exit codes: 0 done, whether there is something to look at or not, 1 something in the input is wrong, 2 the
    call is wrong.
    """
    from .triage import review

    with _steps("passing") as steps:
        items = review(*_read(seeds, steps))
    for item in items:
        click.echo(f"{item.kind:<9} {printable(item.where)}\n  {item.what}")
    if not items:
        click.echo(message("review_none"))


@main.command()
@click.argument("old", required=False, shell_complete=_offered("versions"))
@click.argument("new", default="latest", shell_complete=_offered("versions"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For people, for a pull request, for programs.",
)
@click.option(
    "--out", type=_OUT, default=_in_project("briefings"), show_default="briefings", help="Folder of the releases."
)
def diff(old: str | None, new: str, form: str, out: Path) -> None:
    """Tell fact by fact what changed from OLD to NEW.

    Each is a release's version, latest, or a folder of tables or a release.  NEW is latest where it is not
    named; OLD, the release before it.

    \b
    Examples:
      kzvn diff                                      what the newest release changed
      kzvn diff 2026-02-18-1a2b3c4d                  from that release to the newest
      kzvn diff old/tables new/tables --format json  for programs

    Exit codes: 0 both say the same, 1 they differ, 2 the call is wrong.
    """
    from .briefing import earlier
    from .diff import compare, open_side

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
        from .diff.as_json import as_json

        return as_json(difference)
    from .prose.changes_report import WIDTH, as_markdown, as_text

    if form == "markdown":
        return str(as_markdown(difference))
    return as_text(difference, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete kzvn's commands, options, rows, versions and parameters on Tab.

    \b
    Once, for every new terminal:
      bash   echo 'eval "$(kzvn completion bash)"' >> ~/.bashrc
      zsh    echo 'eval "$(kzvn completion zsh)"' >> ~/.zshrc       after the line with compinit
      fish   kzvn completion fish > ~/.config/fish/completions/kzvn.fish

    \b
    Example, in this terminal only:
      eval "$(kzvn completion bash)"

    The program must be found as kzvn: activate its environment, or put its folder on the PATH.
    """
    from .completion import script

    click.echo(script(shell), nl=False)


if __name__ == "__main__":
    sys.exit(main())
