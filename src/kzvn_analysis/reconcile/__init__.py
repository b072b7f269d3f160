"""What all clippings together say: claims about the same thing brought together, conflicts shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reading import lexicon
from .records import PACKAGE
from .trade import reconcile_trade
from .visits import reconcile_visits

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Reconciled", "reconcile", "reconciled_meanings"]


@dataclass(frozen=True)
class Reconciled(Mapping):
    """The reconciled tables; also a mapping by table name, as `kzvn_analysis.tables.save` takes it.

    Attributes
    ----------
    trade, visits : pandas.DataFrame
        ``reconciled_trade`` and ``reconciled_visits``.
    """

    trade: pd.DataFrame
    visits: pd.DataFrame

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name in ("reconciled_trade", "reconciled_visits"):
            return getattr(self, name.removeprefix("reconciled_"))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(("reconciled_trade", "reconciled_visits"))

    def __len__(self) -> int:
        return 2


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
        shown and the rule that chose it.  The order of the input rows doesn't matter.
    """
    return Reconciled(trade=reconcile_trade(tables), visits=reconcile_visits(tables))


def reconciled_meanings(name: str) -> pd.DataFrame:
    """What each column of a reconciled table means: ``column``, ``meaning``, ``unit``."""
    import pandas as pd

    rows = [
        (row[1], row[2], row[3] if len(row) > 3 else "")
        for row in lexicon.rows("columns.tsv", PACKAGE)
        if row[0] == name
    ]
    return pd.DataFrame(rows, columns=["column", "meaning", "unit"])
