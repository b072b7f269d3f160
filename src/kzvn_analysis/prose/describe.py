"""A row of a table as words: for the evidence, the tables and lists of plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis.dossier import Dossier
from ..reconcile.names import plain
from ..reconcile.records import JOIN
from .markup import Md, escape
from .phrases import name, say
from .words import amount, growth, listed, money, once, words


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
    if row["value_usd"] is None:
        return None
    bound = row["bound"] or "exact"
    # A goal "of at least" and one "of more than" are both held as "over"; the first is true of both.
    if bound == "over" and row.get("status", "target") == "target":
        bound = "least"
    return money(row["value_usd"], row["value_usd_max"], bound)


def distinct(dossier: Dossier, facts: str | None) -> dict[str, list[str]]:
    """The figures of trade rows, joined as tables join them, each once, with the clippings that give it."""
    found: dict[str, list[str]] = {}
    for fact in facts.split(JOIN) if facts else ():
        row = dossier.facts[fact]
        found.setdefault(figure(row), []).append(row["article_id"])
    return found


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
        aim = f"goal for {words(row['period'])}" if row["period"] else "goal, no year set"
        return Md(f"{escape(flow(row))}, {escape(aim)}: {escape(', '.join(parts))}")
    period = words(row["period"]) if row["period"] else "period not given"
    return Md(f"{escape(flow(row))}, {escape(period)}: {escape(', '.join(parts))}")


def level(row: Mapping[str, Any]) -> str:
    return name("level", row["level"])


def traveller(row: Mapping[str, Any]) -> str:
    """Who came; the office where that is all that is told, a dash where nothing is."""
    if row["visitor"]:
        return row["visitor"]
    return f"{upper_first(row['visitor_role'])} of {name('country', row['origin'])}" if _office_only(row) else "–"


def _office_only(row: Mapping[str, Any]) -> bool:
    """Whether an office is named, but not who holds it: "the Prime Minister's visit"."""
    unnamed = not row["visitor"] and bool(row["visitor_role"] and row["origin"])
    return unnamed and row["level"] not in ("commission", "talks")


def where(row: Mapping[str, Any]) -> str:
    """`` to Kazakhstan`` for a journey, `` in France`` for a meeting elsewhere; empty where it isn't told."""
    if not row["host"]:
        return ""
    joint = "in" if row["level"] in ("talks", "commission") or row["host"] not in ("KAZ", "VNM") else "to"
    return f" {joint} {name('country', row['host'])}"


def visit(row: Mapping[str, Any]) -> Md:
    who = ""
    if row["visitor"]:
        who = row["visitor"] + (f" ({row['visitor_role']})" if row["visitor_role"] else "") + ": "
    elif _office_only(row):
        who = traveller(row) + ": "
    period = words(row["period"]) if row["period"] else "date not given"
    plan = ", planned" if row["status"] == "planned" else ""
    return escape(f"{upper_first(who + occasion(row))}, {period}{plan}")


def occasion(row: Mapping[str, Any]) -> str:
    """What a contact was, without its traveller: ``state visit to Kazakhstan, met Kassym-Jomart Tokayev``."""
    met = row["counterpart"]
    talks = row["level"] in ("talks", "commission")
    return f"{_whose(row)}{journey(row)}{f' with {met}' if met and talks else f', met {met}' if met else ''}"


def _whose(row: Mapping[str, Any]) -> str:
    """The side of a journey that no one is named for: ``Kazakh `` mission."""
    if row["visitor"] or _office_only(row) or not row["origin"] or row["level"] in ("commission", "talks"):
        return ""
    side = name("adjective", row["origin"], "")
    return side and side + " "


def contact(row: Mapping[str, Any]) -> str:
    """A contact inside a sentence: ``To Lam’s state visit to Kazakhstan``, ``a session of … in Viet Nam``."""
    met = f" with {row['counterpart']}" if row["counterpart"] and row["level"] == "talks" else ""
    if _office_only(row):
        return f"the {possessive(name('adjective', row['origin']) + ' ' + row['visitor_role'])} {journey(row)}{met}"
    if not row["visitor"]:
        text = _whose(row) + journey(row)
        article = "" if row["level"] == "talks" else "an " if text[:1] in "aeiou" else "a "
        return f"{article}{text}{met}"
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
        f"{done} {once(row['period'])}"
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
        parts.append(amount(row["quantity"], row["unit"], row.get("quantity_max"), row.get("quantity_bound")))
    return ", ".join(parts) or None


def project(row: Mapping[str, Any]) -> Md:
    parts = [
        name("sector", row["sector"]),
        size(row),
        f"{row['status']}, {words(row['period'])}" if row["period"] else row["status"],
        ", ".join(missing(row["title"], row["place"])),
        ", ".join(missing(row["title"], row["parties"])),
    ]
    return Md(f"{escape(upper_first(row['title']))}: {escape('; '.join(p for p in parts if p))}")


def missing(title: str, names: str | None) -> list[str]:
    """Of the names in a cell, those that the title doesn't hold already."""
    return [n for n in (names or "").split(JOIN) if n and plain(n) not in plain(title)]


def sector(row: Mapping[str, Any]) -> Md:
    field = upper_first(name("sector", row["sector"]))
    return say("evidence.sector_row", sector=field, stage=name("stage", row["stage"]), n=int(row["mentions"]))


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sectors(names: list[str]) -> Md:
    """Sectors in a sentence."""
    return listed([name("sector", s) for s in names])


def derived_base(row: Mapping[str, Any]) -> str:
    """An implied base in words."""
    return money(row["derived_usd"], digits=_digits(row["value_usd"], row["bound"], row["ratio"]))


def implied(row: Mapping[str, Any]) -> str:
    """What a goal stated as a multiple comes to in words."""
    return money(row["implied_usd"], digits=_digits(row["base_usd"], row["base_bound"], row["asked_ratio"]))


def _digits(value: float, bound: str, ratio: float) -> int:
    """How many digits of a derived amount can be told: two or three, as the least precise number it follows from has.

    A multiple in whole numbers ("double") is exact; growth in per cent has three digits.
    """
    if bound != "exact":
        return 2
    figures_of = [value] if ratio < 2 or ratio == int(ratio) else [value, ratio]
    fewest = min(len(f"{number:.12g}".replace(".", "").strip("0")) for number in figures_of)
    return min(max(fewest, 2), 3)


_DESCRIBE = {"trade": trade, "visits": visit, "agreements": agreement, "projects": project, "sectors": sector}
