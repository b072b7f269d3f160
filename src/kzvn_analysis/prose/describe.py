"""A row of a table as words: for the evidence, the tables and lists of plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .markup import Md, escape
from .phrases import name, say
from .words import amount, growth, listed, money, when, words


def describe(row: Mapping[str, Any]) -> Md:
    """What a fact row says, without the final full stop."""
    return _DESCRIBE[row["table"]](row)


def flow(row: Mapping[str, Any]) -> str:
    """What a trade figure counts: ``Trade turnover``, ``Kazakhstan’s exports to Viet Nam``."""
    if row["flow"] == "turnover" or not row["reporter"]:
        return {"turnover": "Trade turnover", "export": "Exports", "import": "Imports"}[row["flow"]]
    other = {"KAZ": "VNM", "VNM": "KAZ"}[row["reporter"]]
    way = "exports to" if row["flow"] == "export" else "imports from"
    return f"{name('country', row['reporter'])}’s {way} {name('country', other)}"


def figure(row: Mapping[str, Any]) -> str | None:
    """A trade row's amount in words; ``None`` where it has none."""
    return (
        None
        if row["value_usd"] is None
        else money(row["value_usd"], row["value_usd_max"], row["bound"] or "exact")
    )


def change(row: Mapping[str, Any]) -> str | None:
    """A trade row's growth in words, with its base where it is named."""
    if not row["change_ratio"]:
        return None
    base = row["change_base"]
    if not base:
        return growth(row["change_ratio"])
    joint = "as in" if "as much" in growth(row["change_ratio"]) else "on"
    return f"{growth(row['change_ratio'])} {joint} {words(base)}"


def trade(row: Mapping[str, Any]) -> Md:
    parts = [part for part in (figure(row), change(row)) if part] or ["no amount"]
    if row["status"] == "target":
        aim = f"target for {words(row['period'])}" if row["period"] else "target, no year given"
        return Md(f"{escape(flow(row))}, {escape(aim)}: {escape(', '.join(parts))}")
    period = words(row["period"]) if row["period"] else "period not given"
    return Md(f"{escape(flow(row))}, {escape(period)}: {escape(', '.join(parts))}")


def level(row: Mapping[str, Any]) -> str:
    return name("level", row["level"])


def traveller(row: Mapping[str, Any]) -> str:
    """Who came, with the country; ``unnamed`` and whose, where no one is named."""
    if row["visitor"]:
        return row["visitor"]
    if row["origin"] and row["level"] != "commission":
        return f"unnamed, from {name('country', row['origin'])}"
    return "no one named"


def where(row: Mapping[str, Any]) -> str:
    """`` to Kazakhstan`` for a journey, `` in France`` for a meeting elsewhere; empty where it isn't told."""
    if not row["host"]:
        return ""
    joint = "in" if row["level"] in ("talks", "commission") or row["host"] not in ("KAZ", "VNM") else "to"
    return f" {joint} {name('country', row['host'])}"


def visit(row: Mapping[str, Any]) -> Md:
    role = f" ({row['visitor_role']})" if row["visitor_role"] and row["visitor"] else ""
    met = f" with {row['counterpart']}" if row["counterpart"] else ""
    period = words(row["period"]) if row["period"] else "date not given"
    plan = ", planned" if row["status"] == "planned" else ""
    return escape(f"{upper_first(traveller(row))}{role}: {journey(row)}{met}, {period}{plan}")


def contact(row: Mapping[str, Any]) -> str:
    """A contact inside a sentence: ``To Lam’s state visit to Kazakhstan``, ``a session of … in Viet Nam``."""
    met = f" with {row['counterpart']}" if row["counterpart"] and row["level"] == "talks" else ""
    if not row["visitor"]:
        article = "" if row["level"] == "talks" else "a "
        return f"{article}{journey(row)}{met}"
    return f"{possessive(row['visitor'])} {journey(row)}{met}"


def journey(row: Mapping[str, Any]) -> str:
    """A level with its place: ``state visit to Kazakhstan``, ``visit to Kazakhstan for a summit``."""
    kind, _, purpose = level(row).partition(" for ")
    return f"{kind}{where(row)}{' for ' + purpose if purpose else ''}"


def possessive(who: str) -> str:
    return f"{who}’" if who.endswith("s") else f"{who}’s"


def agreement(row: Mapping[str, Any]) -> Md:
    kind = name("kind", row["kind"])
    parts = ["" if row["kind"] == "other" or kind in row["title"].casefold() else kind, _status(row)]
    if row["in_force"]:
        parts.append(f"in force from {words(row['in_force'])}")
    return Md(f"{escape(upper_first(row['title']))}: {escape(', '.join(p for p in parts if p))}")


def _status(row: Mapping[str, Any]) -> str:
    done = agreement_status(row)
    if not row["period"]:
        return f"{done}, date not given"
    return (
        f"{done} {when(row['period'])}"
        if row["status"] == "concluded"
        else f"{done} for {words(row['period'])}"
    )


def agreement_status(row: Mapping[str, Any]) -> str:
    """How far an agreement is, in its kind's own word: relations are established, an award is conferred."""
    return (
        name("concluded", row["kind"], "concluded")
        if row["status"] == "concluded"
        else name("status", row["status"])
    )


def size(row: Mapping[str, Any]) -> str | None:
    """A project's money and physical size; ``None`` where neither is stated."""
    parts = [] if row["value_usd"] is None else [money(row["value_usd"])]
    if row["quantity"] is not None:
        parts.append(amount(row["quantity"], row["unit"]))
    return ", ".join(parts) or None


def project(row: Mapping[str, Any]) -> Md:
    parts = [
        name("sector", row["sector"]),
        size(row),
        row["place"],
        row["parties"],
        row["status"],
        words(row["period"]) if row["period"] else None,
    ]
    return Md(f"{escape(upper_first(row['title']))}: {escape('; '.join(p for p in parts if p))}")


def sector(row: Mapping[str, Any]) -> Md:
    field = upper_first(name("sector", row["sector"]))
    return say("evidence.sector_row", sector=field, stage=name("stage", row["stage"]), n=int(row["mentions"]))


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sectors(names: list[str]) -> Md:
    """Sectors in a sentence."""
    return listed([name("sector", s) for s in names])


_DESCRIBE = {"trade": trade, "visits": visit, "agreements": agreement, "projects": project, "sectors": sector}
