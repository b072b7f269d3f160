"""What deserves a human eye: clippings left out or without a row, conflicts, inferred dates, silent sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import message
from .facts import witnessed
from .facts.agreements.verbs import find_verbs
from .reading import Reading, Sentence, read
from .reconcile import reconcile
from .reconcile.records import records
from .reconcile.things import THINGS, disagreement, groups
from .seeds import Article
from .tables import FACT_TABLES, parse, without_row

if TYPE_CHECKING:
    import pandas as pd

_NO_PAPER = {"reach"}  # "reached $54 billion", "agreements reached at the talks"
_WORDS = 120  # characters of a sentence too long that are shown
KINDS = ("unread", "rowless", "conflict", "undated", "inferred", "long", "silent")


@dataclass(frozen=True)
class Item:
    """One thing to look at.

    Attributes
    ----------
    kind : str
        ``unread`` a file left out · ``rowless`` a clipping that was read and yields no row · ``conflict`` sources
        that disagree · ``undated`` and ``inferred``, for the clipping's own day · ``long`` a sentence too long to
        be read · ``silent`` a sentence that yielded no row (a sector's does not count) though it gives a
        date and tells of something signed, or names both countries and an amount in US dollars.  The order of `KINDS`
        is the order of urgency.
    where : str
        Files, clippings or rows concerned, `; ` between several.
    what : str
        What is to be looked at, in a sentence.
    """

    kind: str
    where: str
    what: str


def review(articles: Iterable[Article], tables: Mapping[str, pd.DataFrame] | None = None) -> list[Item]:
    """List what deserves a human eye, the most urgent first.

    Parameters
    ----------
    articles
        The clippings, as `read_seeds` gives them.
    tables
        Their tables; read anew where not given.
    """
    articles = articles if hasattr(articles, "__len__") else list(articles)
    tables = parse(articles) if tables is None else tables
    items = [*_unread(tables), *_rowless(tables), *_conflicts(tables), *_dates(tables), *_silent(articles, tables)]
    return sorted(items, key=lambda i: (KINDS.index(i.kind), i.where))


def _unread(tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    for row in tables["unread"].itertuples():
        yield Item("unread", row.path, message("review_unread", reason=row.reason))


def _rowless(tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    for article_id in without_row(tables):
        yield Item("rowless", article_id, message("review_rowless"))


def _conflicts(tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    merged = reconcile(tables)
    for name in ("trade", "visits"):
        facts = {row["fact_id"]: row for row in records(tables[name])}
        for row in merged[f"reconciled_{name}"].query("agreement == 'conflict'").to_dict("records"):
            yield _conflict(row["conflict_about"], [facts[i] for i in row["fact_ids"].split("; ")])
    for group in (group for name in THINGS for group in groups(tables, name)):
        if about := disagreement(group):
            yield _conflict(about, group)


def _conflict(about: str, rows: Iterable[Mapping[str, Any]]) -> Item:
    values = "; ".join(f"“{row['quote']}” ({row['article_id']})" for row in rows)
    where = "; ".join(row["fact_id"] for row in rows)
    return Item("conflict", where, message("review_conflict", about=about, values=values))


def _dates(tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    for row in tables["articles"].query("relevance != 'none'").itertuples():
        if row.published_basis == "unknown":
            yield Item("undated", row.article_id, message("review_undated"))
        elif row.published_basis == "inferred":
            yield Item(
                "inferred",
                row.article_id,
                message("review_inferred", published=row.published, words=row.published_quote),
            )


def _silent(articles: Iterable[Article], tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    quoted: dict[str, list[tuple[int, int]]] = {}
    for name in FACT_TABLES:
        if name == "sectors":
            continue  # its rows prove that a field is named, not that all the sentence says was read
        for row in tables[name][["article_id", "start", "end"]].itertuples(index=False):
            quoted.setdefault(row.article_id, []).append((row.start, row.end))
    known = set(tables["articles"]["article_id"])  # the reader stumbled over the others, and would again
    for article in articles:
        if article.article_id not in known:
            continue
        reading = witnessed(read(article))
        for sentence in reading.facts_sentences:
            spans = quoted.get(article.article_id, ())
            if sentence.is_overlong:
                words = f"{sentence.text[:_WORDS]} …"
                yield Item("long", article.article_id, message("review_long", count=len(sentence.text), words=words))
            elif not any(a < sentence.end and sentence.start < b for a, b in spans) and (
                promise := _promise(reading, sentence)
            ):
                yield Item("silent", article.article_id, message(promise, words=sentence.text))


def _promise(reading: Reading, sentence: Sentence) -> str | None:
    """Why a sentence ought to have yielded a row, as a message.

    Of 20 such sentences in 168 reports with rows written by hand 14 did hold one, 8 of them beyond doubt; without a
    date 37 of 59, but only 12 beyond doubt.
    """
    dates = Reading.within(reading.dates, sentence)
    if not any(date.kind == "date" and date.edtf and not date.comparison for date in dates):
        return None
    verbs = find_verbs(sentence.text.lower())
    if any((verb.role, verb.form) == ("sign", "past") and verb.base not in _NO_PAPER for verb in verbs):
        return "review_silent_signed"
    named = (*Reading.within(reading.places, sentence), *Reading.within(reading.people, sentence))
    money = any(a.unit == "USD" for a in Reading.within(reading.amounts, sentence))
    return "review_silent_money" if money and {"KAZ", "VNM"} <= {m.country for m in named} else None
