"""What is worked out once and kept: of an object, its properties; of a word, whatever is asked of it."""

from __future__ import annotations

from collections.abc import Callable


class cached_property:
    """As in `functools`, without the lock that Python 3.11 takes for each: there are very many."""

    def __init__(self, work_out: Callable) -> None:
        self._work_out, self._name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    def __get__(self, of: object | None, owner: type):
        if of is None:
            return self
        found = of.__dict__[self._name] = self._work_out(of)
        return found


class Met(dict):
    """What `work_out` says of each word that was met, looked up without a call; `most` words are kept.

    Examples
    --------
    >>> lengths = Met(len, most=1_000)
    >>> [lengths[word] for word in ("trade", "trade", "tea")], list(lengths)
    ([5, 5, 3], ['trade', 'tea'])
    """

    def __init__(self, work_out: Callable, most: int) -> None:
        self._work_out, self._most = work_out, most

    def __missing__(self, word: str):
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._work_out(word)
        return found
