"""Sentence templates: they live in the ``.toml`` files beside this module; `say` fills one in."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from .markup import Md, escape, visible
from .words import number


def say(key: str, /, **values: Any) -> Md:
    """Fill in a template.

    Parameters
    ----------
    key
        File and name: ``trade.latest`` is ``latest`` in ``trade.toml``.
    **values
        What stands for the names in braces.  Text is escaped, Markdown isn't, a whole number becomes a
        word below ten (unless the sentence holds a larger one); ``{n:visit|visits}`` stands for the first
        form if ``n`` is 1, else for the second; ``{n:none}`` is "none", not "no", if ``n`` is 0.

    Raises
    ------
    ValueError
        A value is missing: no sentence may say "None".
    """
    return Md(_upper_first(phrase(key, **values)))


def phrase(key: str, /, **values: Any) -> Md:
    """Fill in a template that stands inside a sentence: as `say`, without the capital."""
    return Md(" ".join(_Filler(escape, values).vformat(_template(key), (), values).split()))


def tell(key: str, /, **values: Any) -> str:
    """Fill in a template as plain text, for places that know no Markdown, such as a picture's description."""
    return _upper_first(piece(key, **values))


def piece(key: str, /, **values: Any) -> str:
    """Fill in a template that stands inside a text: as `tell`, without the capital."""
    return " ".join(_Filler(visible, values).vformat(_template(key), (), values).split())


def name(key: str, value: str | None, default: str | None = None) -> str:
    """The reader's word for a value of a column: ``name("level", "state")`` is ``state visit``."""
    found = _file("words").get(key, {}).get(value or "", default if default is not None else value)
    if found is None:
        raise ValueError(f"no word for {value!r} among the {key} names")
    return found


def _template(key: str) -> str:
    section, _, rest = key.partition(".")
    found: Any = _file(section)
    for part in rest.split("."):
        found = found[part]
    return found


@cache
def _file(section: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{section}.toml").read_text(encoding="utf-8"))


def _upper_first(text: str) -> str:
    """Capitalise the first letter, looking past Markdown that may stand before it."""
    for i, letter in enumerate(text):
        if letter.isalpha():
            return text[:i] + letter.upper() + text[i + 1 :]
        if letter not in "*\\“‘(":
            return text
    return text


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


class _Filler(string.Formatter):
    def __init__(self, shown: Callable[[object], str], values: Mapping[str, Any]) -> None:
        self.shown = shown
        # Counts that stand in one sentence are compared, so they are all words or all digits.
        self.digits = any(_is_count(v) and v >= 10 for v in values.values())

    def format_field(self, value: Any, spec: str) -> str:
        if value is None or value != value:
            raise ValueError("a sentence lacks a value")
        if "|" in spec:
            one, many = spec.split("|")
            return one if value == 1 else many
        if spec == "none" and value == 0:
            return "none"
        if _is_count(value):
            return f"{value:,}" if self.digits else number(value)
        return self.shown(value)
