"""What claims about one figure of trade come to: the one that is shown, by which rule, and what can't all be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any

from ..periods import bounds
from ..reading import lexicon
from .records import PACKAGE


def choose(claims: list[Claim]) -> tuple[Claim, str]:
    """The claim to show, and the name of the rule that decided."""
    if len({c.figure for c in claims}) == 1:
        return _first_by_file(claims), "trade_only" if len(sources_of(claims)) == 1 else "trade_same"
    left = claims
    for rule, narrow in _STEPS.items():
        kept = narrow(left, claims)
        decided = len({c.figure for c in kept}) < len({c.figure for c in left})
        left = kept
        if decided and len({c.figure for c in left}) == 1:
            return _first_by_file(left), rule
    return _first_by_file(left), "trade_order"


def choose_growth(growth: list[Claim], shown: Claim | None) -> Claim | None:
    """The growth to show: the shown claim's own, else the newest that names its base."""
    if shown is not None and shown.change_ratio is not None:
        return shown
    return min(
        growth,
        key=lambda c: (c.change_base is None, -c.written.toordinal(), c.first),
        default=None,
    )


def conflicts(amounts: list[Claim], growth: list[Claim]) -> list[str]:
    """What can't all be true: ``amount``, and ``growth`` where rates on the same base differ."""
    out = []
    if not _all_agree(amounts):
        out.append("amount")
    different = list({(c.change_ratio, c.change_base): c for c in growth}.values())
    if any(_growth_differs(a, b) for i, a in enumerate(different) for b in different[:i]):
        out.append("growth")
    return out


def sources_of(claims: Iterable[Claim]) -> set[str]:
    return set().union(*(c.sources for c in claims))


@dataclass(eq=False)
class Claim:
    """A figure as one clipping tells it, or as many do on one day, with the range of true values it is compatible with.

    Attributes
    ----------
    row : Mapping
        What all who tell it say, by column.
    written : date
        When they wrote.
    first : tuple
        Clipping, place in it and row of the one that comes first by file.
    sources : set
        The first prints of the texts that tell it.
    """

    row: Mapping[str, Any]
    written: date
    first: tuple[str, int, str]
    sources: set[str] = field(default_factory=set)

    def __getattr__(self, name: str) -> Any:
        return self.row[name]

    @property
    def fact_id(self) -> str:
        return self.first[2]

    @property
    def figure(self) -> tuple:
        return (self.value_usd, self.value_usd_max, self.bound)

    @property
    def is_exact(self) -> bool:
        return self.bound == "exact" and self.value_usd_max is None

    @property
    def digits(self) -> int:
        return len(f"{self.value_usd:.15g}".replace(".", "").split("e")[0].strip("0"))

    @cached_property
    def reach(self) -> tuple[float, float]:
        return reach(self.row)


def reach(row: Mapping[str, Any]) -> tuple[float, float]:
    """The range of true values that a stated figure is compatible with, by the list of tolerances."""
    value, high = row["value_usd"], row["value_usd_max"]
    below, above = _tolerances()[row["bound"]]
    if high is not None:
        return (value, high) if row["bound"] == "exact" else (value * (1 - below), high * (1 + above))
    if row["bound"] == "exact":
        last = half_last_digit(value)
        return value - min(last, value * below), value + min(last, value * above)
    return value * (1 - below), value * (1 + above)


def half_last_digit(value: float) -> float:
    """Half a unit of a figure's last digit that is not zero: 879 million → 500 thousand."""
    text = f"{value:.15g}" if value < 1e15 else f"{value:.0f}"
    if "e" in text:
        text = f"{value:.0f}"
    if "." in text:
        return 0.5 * 10 ** -len(text.split(".")[1])
    return 0.5 * 10 ** (len(text) - len(text.rstrip("0")))


@cache
def _tolerances() -> dict[str, tuple[float, float]]:
    return {
        row[0]: (float(row[1]) / 100, float(row[2]) / 100) for row in lexicon.rows("tolerances.tsv", PACKAGE)
    }


def _share(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _all_agree(claims: list[Claim]) -> bool:
    """Whether every two ranges share a value: where the highest lower end is not above the lowest upper end."""
    return not claims or max(c.reach[0] for c in claims) <= min(c.reach[1] for c in claims)


def _growth_differs(a: Claim, b: Claim) -> bool:
    if a.change_base and b.change_base and bounds(a.change_base) != bounds(b.change_base):
        return False
    return (
        abs(a.change_ratio - b.change_ratio)
        > half_last_digit(a.change_ratio) + half_last_digit(b.change_ratio) + 1e-9
    )


def _exact(left: list[Claim], _all: list[Claim]) -> list[Claim]:
    return [c for c in left if c.is_exact] or left


def _most_supported(left: list[Claim], every: list[Claim]) -> list[Claim]:
    tellers: dict[tuple[float, float], set[str]] = {}
    for claim in every:
        tellers.setdefault(claim.reach, set()).update(claim.sources)
    support = {
        mine: len(set().union(*(who for other, who in tellers.items() if _share(mine, other))))
        for mine in {c.reach for c in left}
    }
    most = max(support.values())
    return [c for c in left if support[c.reach] == most]


def _finest(left: list[Claim], _all: list[Claim]) -> list[Claim]:
    """Of figures that all agree, those with the most digits."""
    if not _all_agree(left):
        return left
    most = max(c.digits for c in left)
    return [c for c in left if c.digits == most]


def _newest(left: list[Claim], _all: list[Claim]) -> list[Claim]:
    last = max(c.written for c in left)
    return [c for c in left if c.written == last]


_STEPS = {
    "trade_exact": _exact,
    "trade_most": _most_supported,
    "trade_finest": _finest,
    "trade_newest": _newest,
}


def _first_by_file(claims: list[Claim]) -> Claim:
    return min(claims, key=lambda c: c.first)
