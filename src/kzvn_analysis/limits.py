"""How much is read and how much one thing may cost; the numbers live in ``limits.toml`` beside this module."""

from __future__ import annotations

import math
import os
import tomllib
from functools import cache
from importlib.resources import files

from .errors import UsageError


def size(name: str) -> int:
    """The size `name`, in the unit that ``limits.toml`` says."""
    return _limits()["sizes"][name]


def cost(name: str) -> float | None:
    """The most that `name` may cost, in the unit that ``limits.toml`` says; ``None`` for no limit.

    Raises
    ------
    UsageError
        The environment's variable ``KZVN_NAME`` is no number.
    """
    variable = f"KZVN_{name.upper()}"
    return _cost(name, variable, os.environ.get(variable))


@cache
def _cost(name: str, variable: str, given: str | None) -> float | None:
    most = float(_limits()["costs"][name])
    if given:
        try:
            most = float(given)
        except ValueError:
            most = math.nan
        if not 0 <= most < math.inf:
            raise UsageError("limit_form", name=variable, value=given)
    return most or None


@cache
def _limits() -> dict[str, dict[str, int]]:
    return tomllib.loads(files(__package__).joinpath("limits.toml").read_text(encoding="utf-8"))
