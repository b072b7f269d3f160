"""What all clippings together say: claims about the same thing brought together, conflicts shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ..reading import lexicon
from .records import PACKAGE, told
from .trade import reconcile_trade
from .visits import reconcile_visits

if TYPE_CHECKING:
    import pandas as pd

_NAMES = ("reconciled_trade", "reconciled_visits", "reconciled_clippings")

__all__ = ["Reconciled", "reconcile", "reconciled_meanings"]


class Reconciled(Mapping):
    """The reconciled tables; also a mapping by table name, as `kzvn_analysis.tables.save` takes it.

    Each is worked out when it is asked for first, so nothing but what it is made from need be at hand.

    Parameters
    ----------
    tables
        What they are made from.
    **at_hand
        Those that are known already.

    Attributes
    ----------
    trade, visits, clippings : pandas.DataFrame
        ``reconciled_trade``, ``reconciled_visits`` and ``reconciled_clippings``.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], **at_hand: pd.DataFrame) -> None:
        self._tables = tables
        self.__dict__.update(at_hand)

    @cached_property
    def trade(self) -> pd.DataFrame:
        return reconcile_trade(self._tables["trade"], self.clippings)

    @cached_property
    def visits(self) -> pd.DataFrame:
        return reconcile_visits(self._tables["visits"], self.clippings)

    @cached_property
    def clippings(self) -> pd.DataFrame:
        return told(self._tables)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name in _NAMES:
            return getattr(self, name.removeprefix("reconciled_"))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


def reconcile(tables: Mapping[str, pd.DataFrame]) -> Reconciled:
    """Bring together what several clippings say about the same thing.

    Parameters
    ----------
    tables
        As `kzvn_analysis.parse` or `kzvn_analysis.load` gives them.

    Returns
    -------
    Reconciled
        One row per trade statistic and per visit, each with its sources, whether they agree, the value
        shown and the rule that chose it; and one per clipping.  The order of the input rows doesn't matter.
    """
    return Reconciled(tables)


def reconciled_meanings(name: str) -> pd.DataFrame:
    """What each column of a reconciled table means: ``column``, ``meaning``, ``unit``."""
    import pandas as pd

    rows = [
        (row[1], row[2], row[3] if len(row) > 3 else "")
        for row in lexicon.rows("columns.tsv", PACKAGE)
        if row[0] == name
    ]
    return pd.DataFrame(rows, columns=["column", "meaning", "unit"])
