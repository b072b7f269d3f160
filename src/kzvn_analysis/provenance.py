"""Where one row comes from: its words in their paragraph, its rule, how its dates were reckoned, what others say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .corrections import ADDED, COLUMNS
from .errors import UsageError, message, printable
from .reading import DateMention, Reading, Span, read
from .reconcile import reconcile
from .reconcile.things import THINGS, agreement_of, groups
from .row_names import former_name
from .seeds import Article
from .tables import FACT_TABLES, parse

if TYPE_CHECKING:
    import pandas as pd

_RECONCILED = {"reconciled_trade": "reconciled_id", "reconciled_visits": "visit_id"}
_PROVENANCE = ("fact_id", "article_id", "start", "end", "quote", "rule", "corrected")


@dataclass(frozen=True)
class Explanation:
    """One row explained; `str` of it is the text for people.

    Attributes
    ----------
    fact_id, table, article_id, source : str
        Which row of which table, from which clipping.
    reconciled : str or None
        What was asked for, where that was a reconciled row; the rest is then about the row it shows, or its first.
    cells : dict
        The row's filled cells.
    quote, before, after : str
        The row's words, and the rest of their paragraph.
    rule : str
        The reading rule that found it.
    corrected : str or None
        What was changed by hand.
    dates : tuple of str
        Each time expression of the quote, what it became and what it was counted from.
    agreement, shown_because : str or None
        Whether the clippings agree, and why the shown value was chosen.
    others : tuple of str
        The other rows about the same thing, with their words.
    """

    fact_id: str
    table: str
    article_id: str
    source: str
    cells: dict[str, object]
    quote: str
    before: str
    after: str
    rule: str
    corrected: str | None
    dates: tuple[str, ...]
    agreement: str | None
    shown_because: str | None
    others: tuple[str, ...]
    reconciled: str | None = None

    def __str__(self) -> str:
        blocks = [
            *([self.reconciled, ""] if self.reconciled else []),
            message("explain_head", fact_id=self.fact_id, table=self.table, source=self.source),
            "  " + message("explain_cells", cells=_in_a_line(self.cells)),
            *(f"  {line}" for line in self._found()),
            "",
            "  " + message("explain_quote", before=self.before, quote=self.quote, after=self.after).strip(),
            "",
            *(f"  {line}" for line in self.dates),
        ]
        if self.agreement:
            key = f"explain_{self.agreement}"
            blocks += ["", "  " + message(key, rule=self.shown_because), *(f"    {line}" for line in self.others)]
        if not self.corrected:
            how = message("explain_reject", header=",".join(COLUMNS))
            blocks += ["", f"  {how}", f"    {printable(self.rejection)}"]
        return "\n".join(blocks)

    def _found(self) -> list[str]:
        """By which rule it was found, and what was changed by hand; of an added row the correction says both."""
        if self.rule == ADDED:
            return [printable(self.corrected)]
        corrected = [message("explain_corrected", corrected=self.corrected)] if self.corrected else []
        return [message("explain_rule", rule=self.rule), *corrected]

    @property
    def rejection(self) -> str:
        """The line of ``corrections.csv`` that would take the row out; clipping and words tell it from any other."""
        line = io.StringIO()
        cells = ("reject", self.table, self.fact_id, "", "", self.article_id, " ".join(self.quote.split()), "")
        csv.writer(line, lineterminator="").writerow(cells)
        return line.getvalue()


def explain(fact_id: str, articles: Iterable[Article], tables: Mapping[str, pd.DataFrame] | None = None) -> Explanation:
    """Tell where a row comes from.

    Parameters
    ----------
    fact_id
        Name of the row, as in the tables and in the briefing's annex; that of a reconciled row stands for the row
        that it shows.
    articles
        The clippings, as `read_seeds` gives them.
    tables
        Their tables; read anew where not given.

    Raises
    ------
    UsageError
        There is no such row.
    """
    articles = articles if hasattr(articles, "__len__") else list(articles)
    tables = parse(articles) if tables is None else tables
    merged = reconcile(tables)
    reconciled, fact_id = _shown(fact_id, merged)
    table, row = _find(fact_id, tables)
    fact_id = row["fact_id"]
    article = next(a for a in articles if a.article_id == row["article_id"])
    reading = read(article)
    span = Span(int(row["start"]), int(row["end"]))
    before, after = _paragraph(article.text, span)
    agreement, because, others = _others(fact_id, table, tables, merged)
    return Explanation(
        fact_id=fact_id,
        table=table,
        article_id=article.article_id,
        source=_source(row["article_id"], tables),
        cells=_cells(row),
        quote=row["quote"],
        before=before,
        after=after,
        rule=row["rule"],
        corrected=_known(row["corrected"]),
        dates=tuple(_dates(reading, span)),
        agreement=agreement,
        shown_because=because,
        others=others,
        reconciled=reconciled,
    )


def _shown(name: str, merged: Mapping[str, pd.DataFrame]) -> tuple[str | None, str]:
    """A reconciled row in words and the row of a clipping that it shows, or its first; any other name as it is."""
    for table, key in _RECONCILED.items():
        for row in merged[table][merged[table][key] == name].to_dict("records"):
            ids = row["fact_ids"].split("; ")
            cells = _filled({column: row[column] for column in row if not column.endswith(("_id", "_ids"))})
            said = message("explain_reconciled", row=name, table=table, ids=", ".join(ids), cells=_in_a_line(cells))
            return said, _known(row.get("shown_fact_id")) or ids[0]
    return None, name


def _find(fact_id: str, tables: Mapping[str, pd.DataFrame]) -> tuple[str, pd.Series]:
    for known_as in (str, former_name):
        for name in FACT_TABLES:
            rows = tables[name][tables[name]["fact_id"].map(known_as) == fact_id]
            if len(rows):
                return name, rows.iloc[0]
    raise UsageError("explain_unknown", row=fact_id)


def _known(value: object) -> object | None:
    import pandas as pd

    return None if value is None or pd.isna(value) else value


def _cells(row: pd.Series) -> dict[str, object]:
    return _filled({name: row[name] for name in row.index if name not in _PROVENANCE})


def _filled(cells: Mapping[str, object]) -> dict[str, object]:
    known = {name: _known(value) for name, value in cells.items()}
    return {
        name: f"{value:,.10g}" if isinstance(value, float) else value
        for name, value in known.items()
        if value is not None
    }


def _in_a_line(cells: Mapping[str, object]) -> str:
    return " · ".join(f"{name} {value}" for name, value in cells.items())


def _paragraph(text: str, span: Span) -> tuple[str, str]:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : span.start], text[span.end : end if end >= 0 else len(text)]


def _dates(reading: Reading, span: Span) -> Iterable[str]:
    for date in Reading.within(reading.dates, span):
        yield _reckoned(date, reading)


def _reckoned(date: DateMention, reading: Reading) -> str:
    if date.edtf is None:
        return message("explain_date_open", words=date.text)
    if date.anchor is not None:
        anchor = reading.text[date.anchor.start : date.anchor.end]
        return message("explain_date_event", words=date.text, edtf=date.edtf, anchor=anchor)
    if date.basis == "publication":
        return message(
            "explain_date_publication",
            words=date.text,
            edtf=date.edtf,
            published=reading.published.edtf,
            basis=reading.published.basis,
        )
    return message("explain_date_absolute", words=date.text, edtf=date.edtf)


def _source(article_id: str, tables: Mapping[str, pd.DataFrame]) -> str:
    article = tables["articles"].set_index("article_id").loc[article_id]
    return ", ".join(str(v) for v in (article_id, _known(article["outlet"]), _known(article["published"])) if v)


def _others(
    fact_id: str, table: str, tables: Mapping[str, pd.DataFrame], merged: Mapping[str, pd.DataFrame]
) -> tuple[str | None, str | None, tuple[str, ...]]:
    if table in THINGS:
        group = next(g for g in groups(tables, table) if fact_id in {row["fact_id"] for row in g})
        ids, (agreement, rule) = [row["fact_id"] for row in group], agreement_of(group)
    elif (together := merged.get(f"reconciled_{table}")) is not None:
        row = next((r for r in together.to_dict("records") if fact_id in r["fact_ids"].split("; ")), None)
        if row is None:
            return None, None, ()
        ids, agreement, rule = row["fact_ids"].split("; "), row["agreement"], _known(row["rule"])
    else:
        return None, None, ()
    facts = tables[table].set_index("fact_id")
    told = facts.loc[[i for i in ids if i != fact_id], ["article_id", "quote"]].itertuples()
    others = tuple(f"{_source(other.article_id, tables)} ({other.Index}): “{other.quote}”" for other in told)
    return agreement, rule, others
