"""Where sources disagree: both sides with their sources, and the rule that chose what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..analysis.dossier import Dossier
from ..analysis.visits import timeline
from ..periods import bounds, when, words
from ..reconcile.records import JOIN, records
from .describe import change, contact, figure, flow
from .disputed import SHOWN, differing, disputed, where
from .long_tables import weightiest
from .markup import Md, join, paragraphs, place, to
from .phrases import name, phrase, piece, say
from .sources import given, mark, named
from .words import listed

Row = Mapping[str, Any]
POINTS = 2  # conflicts that the first page names one by one
MOST = 8  # conflicts of a table that get a paragraph


def conflicts(dossier: Dossier) -> Md:
    """The conflicts, a paragraph each, the newest first; a sentence where there is none.

    Trade comes before visits, and these before agreements and projects.  Of very many the newest are told, top-level
    visits before others, and how many more the tables have.
    """
    trade, visits = _told(dossier, "trade"), _told(dossier, "visits")
    said = []
    for row in trade:
        about = row["conflict_about"].split(JOIN)
        text = [
            _amounts(dossier, row) if "amount" in about else "",
            _growth(dossier, row) if "growth" in about else "",
        ]
        said.append(_at(row["reconciled_id"], join(text)))
    for row in visits:
        about = row["conflict_about"].split(JOIN)
        text = [
            level_conflict(dossier, row) if "level" in about else "",
            _days(dossier, row) if "period" in about else "",
        ]
        said.append(_at(row["visit_id"], join(text)))
    things = disputed(dossier)
    said += [_at(where(row), differing(dossier, row)) for row in things[:SHOWN]]
    if not any(said):
        rows = [*dossier.rows("reconciled_trade"), *dossier.rows("reconciled_visits")]
        agreed = sum(r["agreement"] == "agree" for r in rows)
        said = [say("evidence.no_conflict_agree", n=agreed) if agreed else say("evidence.no_conflict")]
    if left := len(_in_conflict(dossier)) - len(trade) - len(visits):
        said.append(say("evidence.more_conflicts", n=left))
    if left := len(things[SHOWN:]):
        said.append(say("evidence.more_things", n=left))
    return paragraphs([*said, _few(dossier)])


def uncertain(dossier: Dossier) -> Md:
    """On what sources disagree, each point with a link to where it is told, and how much one clipping carries."""
    points = [to(_point(r, _what(r)), r["reconciled_id"]) for r in _told(dossier, "trade")]
    points += [
        to(_point(r, contact({**r, "level": "unspecified"})), r["visit_id"]) for r in _told(dossier, "visits")
    ]
    things = disputed(dossier)
    points += [to(_point(r, f"“{r['title']}”"), where(r)) for r in things[:SHOWN]]
    said = []
    if n := len(_in_conflict(dossier)) + len(things):
        more = [phrase("evidence.more_points", n=n - POINTS)] if n > POINTS + 1 else []
        shown = points[:POINTS] if more else points
        said.append(say("evidence.uncertain", n=n, points=listed([*shown, *more])))
    if len(dossier.independent(dossier.used)) == 1:
        said.append(say("evidence.uncertain_one"))
    elif rows := [*dossier.rows("reconciled_trade"), *dossier.rows("reconciled_visits")]:
        alone = sum(r["sources"] == 1 for r in rows)
        said.append(say("evidence.uncertain_few", n=alone, all=len(rows)) if alone else "")
    return join(said)


def _in_conflict(dossier: Dossier, tables: Sequence[str] = ("trade", "visits")) -> list[Row]:
    return [r for table in tables for r in dossier.rows(f"reconciled_{table}") if r["agreement"] == "conflict"]


def _told(dossier: Dossier, table: str) -> list[Row]:
    """The conflicts of a table that get a paragraph: by the end of their period, undated ones last."""
    rows = _in_conflict(dossier, [table])
    rows.sort(key=lambda r: bounds(r["period"])[1] if r["period"] else date.min, reverse=True)
    if len(rows) <= MOST:
        return rows
    top = {r["visit_id"] for r in records(timeline(dossier)) if r["top"]} if table == "visits" else set()
    return weightiest(rows, lambda r: (r.get("visit_id") not in top,), MOST)


def _point(row: Row, what: str) -> str:
    """What sources disagree about, inside a sentence."""
    about = (row["conflict_about"] or "").split(JOIN)[0]
    return piece(f"evidence.about.{about}", what=what)


def _few(dossier: Dossier) -> Md:
    """How much rests on one clipping, and how many dates are inferred."""
    trade, visits = dossier.rows("reconciled_trade"), dossier.rows("reconciled_visits")
    used = [dossier.sources[key] for key in dossier.used]
    inferred = sum(source.basis == "inferred" for source in used)
    alone = ""
    if len(dossier.independent(dossier.used)) > 1 and trade and visits:
        alone = say(
            "evidence.few",
            figures=str(sum(r["sources"] == 1 for r in trade)),
            n_figures=len(trade),
            contacts=str(sum(r["sources"] == 1 for r in visits)),
            n_contacts=len(visits),
        )
    return join([alone, say("evidence.few_dated", n=inferred, all=len(used)) if inferred else ""])


def _at(spot: str, text: Md) -> Md:
    return Md(f"{place(spot)}{text}") if text else text


def _amounts(dossier: Dossier, row: Row) -> Md:
    claims = given(dossier, row, figure)
    said = [
        phrase("evidence.trade_claim", source=named(dossier, who), n=len(who), figure=what, mark=mark(dossier, facts))
        for what, who, facts in claims
    ]
    told = {"what": _what(row), "value": figure(row), "rule": row["rule"]}
    articles = dossier.independent(row["article_ids"].split(JOIN))
    if len(articles) == 1:
        bare = [
            phrase("evidence.trade_figure", figure=what, mark=mark(dossier, facts))
            for what, _, facts in claims
        ]
        return say(
            "evidence.trade_conflict_one", source=named(dossier, articles), claims=listed(bare), **told
        )
    return say("evidence.trade_conflict", claims=join(said, "; "), **told)


def _growth(dossier: Dossier, row: Row) -> Md:
    claims = given(dossier, row, change)
    said = [
        phrase("evidence.growth_claim", source=named(dossier, who), n=len(who), figure=what, mark=mark(dossier, facts))
        for what, who, facts in claims
    ]
    return say("evidence.growth_conflict", what=_what(row), claims=join(said, "; "), value=change(row))


def _what(row: Row) -> str:
    text = flow(row)
    text = text if row["reporter"] else text[:1].lower() + text[1:]
    if row["status"] == "target":
        text = f"the goal for {text}"
    return f"{text} in {words(row['period'])}" if row["period"] else f"{text}, period not given"


def level_conflict(dossier: Dossier, row: Row) -> Md:
    """Who gives which level, which is shown, and why."""
    said = []
    for part in row["levels"].split(" · "):
        level, _, articles = part.partition(": ")
        if level not in ("unspecified", "talks"):
            who = dossier.independent(articles.split(", "))
            facts = [f for f in row["fact_ids"].split(JOIN) if dossier.facts[f]["level"] == level]
            said.append(
                phrase(
                    "evidence.visit_claim",
                    sources=named(dossier, who),
                    n=len(who),
                    level=with_article(level),
                    mark=mark(dossier, facts),
                )
            )
    return say(
        "evidence.visit_conflict",
        contact=_dated({**row, "level": "unspecified"}),
        claims=join(said, "; "),
        value=with_article(row["level"]),
        rule=row["rule"].split(JOIN)[0],
    )


def _days(dossier: Dossier, row: Row) -> Md:
    said = []
    for period in row["periods"].split(JOIN):
        facts = [f for f in row["fact_ids"].split(JOIN) if dossier.facts[f]["period"] == period]
        who = dossier.independent(dossier.facts[f]["article_id"] for f in facts)
        said.append(
            phrase(
                "evidence.days_claim",
                sources=named(dossier, who),
                n=len(who),
                days=words(period),
                mark=mark(dossier, facts),
            )
        )
    return say(
        "evidence.days_conflict",
        contact=contact(row),
        claims=join(said, "; "),
        value=words(row["period"]),
        rule=row["rule"].split(JOIN)[-1],
    )


def with_article(level: str) -> str:
    """A level with its article: ``an official visit``."""
    shown = name("level", level)
    return shown if level == "talks" else f"{'an' if shown[:1] in 'aeiou' else 'a'} {shown}"


def _dated(row: Row) -> str:
    """A contact with its date, where it has one: ``To Lam’s visit to Kazakhstan in May 2025``."""
    return f"{contact(row)} {when(row['period'])}" if row["period"] else contact(row)
