"""Every error and notice the project can raise, and how each is worded.

The words live in ``messages.toml`` beside this module; code names a message by its key and
fills in the facts.  A message says which file, which line where there is one, what is wrong
and what to do.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _messages() -> dict[str, str]:
    return tomllib.loads(files(__package__).joinpath("messages.toml").read_text(encoding="utf-8"))


def message(key: str, /, **facts: object) -> str:
    """Return the message `key` with `facts` filled in, as one line.

    Control characters in the facts (a file name can hold them) are shown escaped, so that a
    message can't drive the reader's terminal.
    """
    shown = {name: printable(value) for name, value in facts.items()}
    return _messages()[key].format(**shown)


def counted(key: str, count: int) -> str:
    """Return the message `key` for `count` things; ``KEY_1`` for a single one."""
    return message(f"{key}_1" if count == 1 else key, count=count)


def printable(value: object) -> str:
    """`value` as text on one line: control, format and undecodable characters escaped."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in str(value)
    )


class KzvnError(Exception):
    """A problem the user can mend; the command line prints it as one line and ends.

    Parameters
    ----------
    key
        Name of the message in ``messages.toml``.
    **facts
        What the message's placeholders stand for.

    Attributes
    ----------
    exit_code : int
        1 where the input is at fault, 2 where the call is.
    """

    exit_code = 1

    def __init__(self, key: str, /, **facts: object) -> None:
        self.key, self.facts = key, facts
        super().__init__(message(key, **facts))

    def __reduce__(self) -> tuple:  # it comes back from another process as it was
        return _raised_again, (type(self), self.key, {name: str(value) for name, value in self.facts.items()})


def _raised_again(kind: type[KzvnError], key: str, facts: dict[str, str]) -> KzvnError:
    return kind(key, **facts)


class UsageError(KzvnError):
    """The call itself is wrong: a folder that isn't there, an option that doesn't exist."""

    exit_code = 2


def mendable(error: KzvnError | OSError) -> KzvnError:
    """What to tell the user of an error: a file that can't be read or written is as much theirs to mend."""
    if isinstance(error, KzvnError):
        return error
    return KzvnError("file_io", path=error.filename or "?", why=error.strerror or error)
