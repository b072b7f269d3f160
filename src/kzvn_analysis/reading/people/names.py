"""What the form of a name tells: whether it is a person's, and from which of the two countries."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import SYLLABLE
from .vocabulary import Holder, holders, vocabulary

_LONGEST_VIETNAMESE = 5
_SHORTEST_SURNAME = 6  # of those known by their ending alone


def form_country(name: Sequence[str]) -> str | None:
    """``VNM`` or ``KAZ`` where the full name's form shows it, else ``None``.

    Parameters
    ----------
    name
        The name's words, folded, in lower case.
    """
    if is_vietnamese(name):
        return "VNM"
    return "KAZ" if is_kazakh(name) else None


def is_vietnamese(name: Sequence[str]) -> bool:
    """Whether the name is a Vietnamese family name and other syllables of Vietnamese."""
    return (
        2 <= len(name) <= _LONGEST_VIETNAMESE
        and name[0] in vocabulary().families
        and all(SYLLABLE.match(word) for word in name)
    )


def is_kazakh(name: Sequence[str]) -> bool:
    """Whether the first name is common in Kazakhstan, or the last ends like a family name from there."""
    if not 2 <= len(name) <= 4:
        return False
    lists, last = vocabulary(), name[-1]
    if name[0] in lists.given and (len(last) > 3 or last in lists.given):
        return True
    return len(last) >= _SHORTEST_SURNAME and last.endswith(lists.endings) and "." not in name[0]


def known(name: Sequence[str]) -> Holder | None:
    """The known office-holder of that name."""
    return holders().get(" ".join(name))


def name_within(words: Sequence[str]) -> int:
    """Where in a run of capitalised words the name begins: "Sovico Nguyen Van An" → 1."""
    lists = vocabulary()
    for i in range(1, len(words) - 1):
        rest = words[i:]
        if is_vietnamese(rest) and not all(SYLLABLE.match(w) for w in words[:i]):
            return i
        if len(rest) == 2 and rest[0] in lists.given and words[i - 1] not in lists.given and is_kazakh(rest):
            return i
    return 0
