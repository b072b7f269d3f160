"""Exact intervals for small counts, without a statistics package."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """A count over a span of years, and the interval for the rate per year."""

    count: int
    years: float
    low: float
    high: float

    @property
    def per_year(self) -> float:
        return self.count / self.years


def poisson_rate(count: int, years: float, confidence: float = 0.95) -> Rate:
    """The rate of events per year with its exact (Garwood) interval.

    Parameters
    ----------
    count
        Events seen.
    years
        Length of the window, more than 0.
    confidence
        Coverage that the interval reaches at least.

    References
    ----------
    F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437–442.
    """
    tail = (1 - confidence) / 2
    low = _solve(lambda m: 1 - _at_most(count - 1, m) - tail, 0, count) if count else 0.0
    high = _solve(lambda m: tail - _at_most(count, m), count, 4 * count + 20)
    return Rate(count, years, low / years, high / years)


def _at_most(count: int, mean: float) -> float:
    """P(X ≤ count) for a Poisson count of that mean."""
    if mean <= 0:
        return 1.0
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count + 1))


def _solve(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function crosses 0, by halving."""
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2
