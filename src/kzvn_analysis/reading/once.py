"""`cached_property` as in `functools`, without the lock that Python 3.11 takes for each: there are very many."""

from __future__ import annotations

from collections.abc import Callable


class cached_property:
    """A property worked out when it is first asked for, and kept with its object."""

    def __init__(self, work_out: Callable) -> None:
        self._work_out, self._name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    def __get__(self, of: object | None, owner: type):
        if of is None:
            return self
        found = of.__dict__[self._name] = self._work_out(of)
        return found
