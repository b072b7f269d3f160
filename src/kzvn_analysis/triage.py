"""What deserves a human eye first: clippings left out, conflicts, inferred dates, sentences that yielded nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import message
from .facts import witnessed
from .reading import Reading, Sentence, read
from .reconcile import reconcile
from .seeds import Article
from .tables import FACT_TABLES, parse

if TYPE_CHECKING:
    import pandas as pd

_WORDS = 120  # characters of a sentence too long that are shown
KINDS = ("unread", "conflict", "undated", "inferred", "long", "silent")


@dataclass(frozen=True)
class Item:
    """One thing to look at.

    Attributes
    ----------
    kind : str
        ``unread`` · ``conflict`` · ``undated`` · ``inferred`` · ``long`` · ``silent``; the order of
        `KINDS` is the order of urgency.
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
    items = [*_unread(tables), *_conflicts(tables), *_dates(tables), *_silent(articles, tables)]
    return sorted(items, key=lambda i: (KINDS.index(i.kind), i.where))


def _unread(tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    for row in tables["unread"].itertuples():
        yield Item("unread", row.path, message("review_unread", reason=row.reason))


def _conflicts(tables: Mapping[str, pd.DataFrame]) -> Iterator[Item]:
    merged = reconcile(tables)
    for name in ("trade", "visits"):
        facts = tables[name].set_index("fact_id")
        for row in merged[f"reconciled_{name}"].query("agreement == 'conflict'").to_dict("records"):
            ids = row["fact_ids"].split("; ")
            values = "; ".join(f"“{facts.loc[i, 'quote']}”" for i in ids)
            yield Item(
                "conflict", "; ".join(ids), message("review_conflict", about=row["conflict_about"], values=values)
            )


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
            elif _promises_a_fact(reading, sentence) and not any(
                a < sentence.end and sentence.start < b for a, b in spans
            ):
                yield Item("silent", article.article_id, message("review_silent", words=sentence.text))


def _promises_a_fact(reading: Reading, sentence: Sentence) -> bool:
    countries = {p.country for p in Reading.within(reading.places, sentence)}
    money = any(a.unit == "USD" for a in Reading.within(reading.amounts, sentence))
    return {"KAZ", "VNM"} <= countries and money and bool(Reading.within(reading.dates, sentence))
