"""The commands that read the clippings: parse, explain, review."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import KzvnError, UsageError, counted, message, printable
from .options import SEEDS, Address, how_much, in_project, offered, steps_for

if TYPE_CHECKING:
    from ..seeds import Seeds
    from ..tables import Tables
    from ..terminal import Steps


@click.command()
@click.argument(
    "seeds", type=Address(readable=False), default=in_project("seeds"), shell_complete=offered("folders")
)
@click.option(
    "--out",
    type=Address(file_okay=False),
    show_default="_build/tables; for an archive _build/archive",
    help="Folder for the tables.",
)
@click.option(
    "--workers", type=click.IntRange(min=0), metavar="N",
    help="Read SEEDS as an archive, in N processes; 0: in this one.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Read SEEDS as an archive, on the Dask cluster at ADDRESS (tcp://…).")
@how_much
def parse(seeds: str, out: str | None, workers: int | None, scheduler: str | None, said: str | None) -> None:
    """Read the clippings in SEEDS into tidy tables (Parquet and CSV).

    In a folder with .txt files, only these are read; anything else in it is named and left out.  All other input is
    an archive: a folder of folders, a .jsonl file (also .gz), a .parquet file, an address such as s3://….  With
    --workers or --scheduler every folder is one.  An archive becomes one Parquet dataset per table; to go on with a
    run that was stopped, give the same command again.

    \b
    Examples:
      kzvn parse seeds --out tables
      kzvn parse archive.jsonl.gz --out tables
      kzvn parse s3://press/2025 --out s3://press/tables --scheduler tcp://10.0.0.1:8786

    Exit codes: 0 done, 1 something in the clippings or beside them is wrong, 2 the call is wrong.
    """
    from ..archive.address import is_archive
    from ..archive.place import is_address

    if scheduler and workers is not None:
        raise UsageError("archive_two_clusters")
    if scheduler or workers is not None or is_archive(seeds) or is_address(out or ""):
        _parse_archive(seeds, out or str(in_project("_build/archive")()), scheduler, workers, said)
    else:
        _parse_folder(Path(seeds), Path(out) if out else in_project("_build/tables")(), said)


def _parse_folder(seeds: Path, out: Path, said: str | None) -> None:
    from ..reconcile import reconcile
    from ..tables import FACT_TABLES, save, without_row

    with steps_for(said) as steps:
        _, tables = read_clippings(seeds, steps)
        for row in tables.unread.itertuples():
            steps.note(f"left out {row.path}: {row.reason}")
        together = reconcile(tables)
        save({**tables, **together}, out)
    if said != "quiet":
        counts = ", ".join(f"{name} {len(tables[name])}" for name in FACT_TABLES)
        rowless = len(without_row(tables))
        reprints = int(together.clippings["copy_of"].notna().sum())
        click.echo(
            f"clippings: {tables.read_count} read, {len(tables.unread)} left out"
            + (f"; {rowless} without a row" if rowless else "")
            + (f"; reprints of others: {reprints}" if reprints else "")
        )
        click.echo(f"rows: {counts}")
        click.echo(f"tables in {printable(out)}")
    if not tables.read_count:
        raise KzvnError("seeds_all_unread", path=seeds, count=len(tables.unread))


def _parse_archive(seeds: str, out: str, scheduler: str | None, workers: int | None, said: str | None) -> None:
    from ..archive.run import parse_archive
    from ..archive.tell import Teller, left_out, summary

    try:
        with steps_for(said) as steps:
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


@click.command()
@click.argument("row", shell_complete=offered("rows"))
@click.option(
    "--seeds",
    shell_complete=offered("folders"),
    type=click.Path(path_type=Path, readable=False),
    default=in_project("seeds"),
    show_default="seeds",
    help="Folder of the clippings.",
)
def explain(row: str, seeds: Path) -> None:
    """Show where ROW comes from: its words, its rule, how its dates were worked out, what other clippings say.

    ROW is a name from the briefing's annex or from the tables: from the column fact_id, or from reconciled_id and
    visit_id of the reconciled ones.

    \b
    Example:
      kzvn explain ROW

    Exit codes: 0 done, 1 something in the clippings or beside them is wrong, 2 there is no such row.
    """
    from ..provenance import explain

    with steps_for("passing") as steps:
        explanation = explain(row, *read_clippings(seeds, steps))
    click.echo(str(explanation))


@click.command()
@SEEDS
def review(seeds: Path) -> None:
    """List what deserves a human eye, the most urgent first.

    Files left out, clippings without a row, conflicts, dates that are missing or inferred, sentences too long to be
    read, and sentences that yielded no row although they give a date and tell of something signed, or name both
    countries and an amount in US dollars.

    \b
    Example:
      kzvn review seeds

    Exit codes: 0 done, whether there is something to look at or not, 1 something in the input is wrong, 2 the
    call is wrong.
    """
    from ..triage import review

    with steps_for("passing") as steps:
        items = review(*read_clippings(seeds, steps))
    for item in items:
        click.echo(f"{item.kind:<9} {printable(item.where)}\n  {item.what}")
    if not items:
        click.echo(message("review_none"))


def read_clippings(seeds: Path, steps: Steps) -> tuple[Seeds, Tables]:
    """The clippings and their tables; within a project, clippings that were read before come from its cache."""
    from ..briefing.clippings import kept_reader
    from ..briefing.project import find_project
    from ..briefing.store import Store
    from ..seeds import read_seeds
    from ..tables import parse

    articles, begun = read_seeds(seeds), itertools.count()
    try:
        cache = find_project().build / "cache"
    except (KzvnError, OSError):
        cache = None
    steps.step(counted("step_read", len(articles)), of=len(articles))
    with kept_reader(Store(cache)) as reader:
        tables = parse(articles, reader=reader, progress=lambda article: steps.at(article.path, next(begun)))
    return articles, tables
