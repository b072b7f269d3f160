"""The command ``kzvn``.  Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .errors import KzvnError, printable


class _Commands(click.Group):
    """Turns a problem the user can mend into one line and an exit code."""

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except KzvnError as error:
            click.echo(f"kzvn: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="kzvn-analysis", prog_name="kzvn")
def main() -> None:
    """From a folder of news clippings to an auditable briefing on Kazakhstan–Viet Nam relations.

    \b
    Examples:
      kzvn parse seeds --out tables     read the clippings into tidy tables
      kzvn render                       make the briefing, HTML and PDF

    Exit codes: 0 done, 1 something in the input is wrong, 2 the call is wrong.
    """


@main.command()
@click.argument("seeds", type=click.Path(path_type=Path), default="seeds")
@click.option(
    "--out", type=click.Path(path_type=Path), default="_build/tables", show_default=True, help="Folder for the tables."
)
def parse(seeds: Path, out: Path) -> None:
    """Read the clippings in SEEDS into tidy tables (Parquet and CSV).

    \b
    Example:
      kzvn parse seeds --out tables
    """
    from .reconcile import reconcile
    from .seeds import read_seeds
    from .tables import FACT_TABLES, parse, save

    tables = parse(read_seeds(seeds))
    save({**tables, **reconcile(tables)}, out)
    for row in tables.unread.itertuples():
        click.echo(f"left out  {printable(row.path)}: {printable(row.reason)}", err=True)
    counts = ", ".join(f"{len(tables[name])} {name}" for name in FACT_TABLES)
    read = len(tables.articles) - tables.articles["article_id"].isin(tables.unread["article_id"]).sum()
    click.echo(f"read {read} clippings, left out {len(tables.unread)}; {counts}")
    click.echo(f"tables in {out}")
    if not read:
        raise KzvnError("seeds_all_unread", path=seeds, count=len(tables.unread))


@main.command()
@click.argument("seeds", type=click.Path(path_type=Path), default="seeds")
@click.option(
    "--engine",
    type=click.Choice(["auto", "embedded", "quarto"]),
    default="auto",
    show_default=True,
    help="What sets the document; auto takes Quarto where it is on the PATH.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), default="briefings", show_default=True, help="Folder of the releases."
)
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the notebooks; may be given several times.",
)
def render(seeds: Path, engine: str, out: Path, parameters: tuple[str, ...]) -> None:
    """Make the briefing, HTML and PDF, from the clippings in SEEDS.

    \b
    Examples:
      kzvn render                       the clippings in seeds/, on the newest one's day
      kzvn render -p as_of=2025-05-09   as things stood on a day
      kzvn render --engine embedded     without Quarto even where there is one
    """
    from .briefing import render as make
    from .terminal import Steps

    with Steps() as steps:
        done = make(seeds, out, engine=engine, parameters=parameters, progress=steps)
    said = "nothing has changed since it was made" if done.kept else "made"
    click.echo(f"briefing {done.version}: {said}")
    for path in (done.html, done.pdf, done.latest):
        click.echo(f"  {path}")


@main.command(hidden=True)
@click.argument("seeds", type=click.Path(path_type=Path), default="seeds")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="NAME=VALUE")
def prepare(seeds: Path, parameters: tuple[str, ...]) -> None:
    """Make the tables and run the notebooks; Quarto calls this before it renders."""
    import os

    from .briefing import prepare as make
    from .briefing.quarto import PREPARED
    from .terminal import Steps

    if os.environ.get(PREPARED):
        return
    with Steps() as steps:
        make(seeds, parameters=parameters, progress=steps)


@main.command()
@click.argument("row")
@click.option(
    "--seeds", type=click.Path(path_type=Path), default="seeds", show_default=True, help="Folder of the clippings."
)
def explain(row: str, seeds: Path) -> None:
    """Tell where ROW comes from: its words, its rule, how its dates were reckoned, what other clippings say.

    \b
    Example:
      kzvn explain trade-1a2b3c4d
    """
    from .provenance import explain
    from .seeds import read_seeds

    click.echo(str(explain(row, read_seeds(seeds))))


@main.command()
@click.argument("seeds", type=click.Path(path_type=Path), default="seeds")
def review(seeds: Path) -> None:
    """List what deserves a human eye first: conflicts, inferred dates, sentences that yielded nothing.

    \b
    Example:
      kzvn review seeds
    """
    from .errors import message
    from .seeds import read_seeds
    from .triage import review

    items = review(read_seeds(seeds))
    for item in items:
        click.echo(f"{item.kind:<9} {printable(item.where)}\n  {item.what}")
    if not items:
        click.echo(message("review_none"))


if __name__ == "__main__":
    sys.exit(main())
