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
@click.option("--out", type=click.Path(path_type=Path), default="_build/tables", show_default=True, help="Folder for the tables.")
def parse(seeds: Path, out: Path) -> None:
    """Read the clippings in SEEDS into tidy tables (Parquet and CSV).

    \b
    Example:
      kzvn parse seeds --out tables
    """
    from .seeds import read_seeds
    from .tables import FACT_TABLES, parse, save

    tables = parse(read_seeds(seeds))
    save(tables, out)
    for row in tables.unread.itertuples():
        click.echo(f"left out  {printable(row.path)}: {printable(row.reason)}", err=True)
    counts = ", ".join(f"{len(tables[name])} {name}" for name in FACT_TABLES)
    read = len(tables.articles) - tables.articles["article_id"].isin(tables.unread["article_id"]).sum()
    click.echo(f"read {read} clippings, left out {len(tables.unread)}; {counts}")
    click.echo(f"tables in {out}")
    if not read:
        raise KzvnError("seeds_all_unread", path=seeds, count=len(tables.unread))


if __name__ == "__main__":
    sys.exit(main())
