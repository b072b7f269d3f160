"""What a regular expression can't match without: pieces of words, worked out from the expression itself."""

from __future__ import annotations

import re

try:
    from re import _constants as c
    from re import _parser as parser
except ImportError:  # another Python keeps them elsewhere: then nothing is known of a pattern, and it is always tried
    parser = None

START, END = "^", "$"  # a piece that begins its word, that ends it
DIGIT = "#"  # any digit
_MOST = 150  # pieces in a condition
_CONDITIONS = 4  # of a pattern: the most telling
_EVERYWHERE = frozenset(  # in nearly every sentence about the two countries
    ("a", "an", "and", "as", "at", "by", "for", "from", "has", "have", "in", "is", "it", "of", "on", "that", "the")
    + ("this", "to", "was", "were", "will", "with")
    + ("kazakh", "kazakhstan", "kazakhstani", "viet", "nam", "vietnam", "vietnamese")
)


def needs(pattern: str, flags: int = 0) -> list[frozenset[str]]:
    """Conditions that every text with a match fulfils: of each set, one piece at least stands in one of its words.

    Parameters
    ----------
    pattern, flags
        As for `re.compile`.

    Returns
    -------
    list of frozenset of str
        Pieces in lower case; ``^`` before one and ``$`` behind it stand for the beginning and the end of a word,
        ``#`` for a digit.  Empty where nothing can be told.

    Examples
    --------
    >>> [sorted(pieces) for pieces in needs(r"\\b(?:signed|inked)\\s+(?:an?\\s+)?deals?")]
    [['^inked$', '^signed$'], ['^deal']]
    """
    if parser is None:
        return []
    tree = parser.parse(pattern, flags)
    if tree.state.flags & re.ASCII:
        return []
    return sorted(_walk(list(tree), "")[0], key=_likelihood)[:_CONDITIONS]


def _walk(items: list, run: str) -> tuple[set[frozenset[str]], str]:
    """Conditions of `items`, and the letters known to stand right before what follows them."""
    found: set[frozenset[str]] = set()
    items = _flat(items)
    for number, (op, value) in enumerate(items):
        if op is c.LITERAL and _is_piece(chr(value)):
            run += chr(value).lower()
        elif op is c.IN and (letter := _one_letter(value)):
            run += letter
        elif _parts_words(op, value):
            _keep(found, run + END)
            run = START
        elif op is c.IN and _only_digits(value):
            _keep(found, run)
            found.add(frozenset(DIGIT))
            run = ""
        elif op is c.BRANCH or (op in _REPEATS and value[:2] == (0, 1)):
            branches = list(value[1]) if op is c.BRANCH else [value[2], []]
            # what comes next belongs to every branch: it may tell where the branch's last word ends
            after = [i for i in items[number + 1 : number + 2] if i[0] is not c.BRANCH and i[0] not in _REPEATS]
            after = after or [i for i in items[number + 1 : number + 2] if i[0] in _REPEATS and _parts_words(*i)]
            walked = [_walk(list(branch), run) for branch in branches]
            ends = {end for _, end in walked}
            if after:
                walked = [_walk([*branch, *after], run) for branch in branches]
            if all(conditions for conditions, _ in walked):
                best = (min(conditions, key=_likelihood) for conditions, _ in walked)
                _add(found, frozenset().union(*best))
            run = START if ends == {START} else ""
        elif op in _REPEATS:
            least, _, body = value
            if least:
                conditions, end = _walk(list(body), run)
                found |= conditions
            else:
                _keep(found, run)
                end = _walk(list(body), run)[1] if run == START else ""
            run = START if end == START else ""
        elif op is c.ASSERT:
            behind, body = value
            conditions, end = _walk(list(body), run if behind > 0 else "")
            found |= conditions
            if behind > 0:
                _keep(found, end)
            elif not run and end == START:
                run = START
        elif op is c.ASSERT_NOT:
            run = run or (START if value[0] < 0 and _is_any_letter(value[1]) else "")
        else:  # any sign, an earlier group, what this module does not know
            _keep(found, run)
            run = ""
    _keep(found, run)
    return found, run


def _flat(items: list) -> list:
    """`items` with the contents of groups in their place."""
    flat = []
    for op, value in items:
        if op is c.SUBPATTERN and not value[1] & re.ASCII:
            flat += _flat(list(value[3]))
        elif op is c.ATOMIC_GROUP:
            flat += _flat(list(value))
        else:
            flat.append((op, value))
    return flat


def _keep(found: set[frozenset[str]], piece: str) -> None:
    """Add the condition that `piece` stands there, if it is long enough to tell anything."""
    letters = piece.strip(START + END)
    if letters and len(piece) >= 3:
        found.add(frozenset([piece]))


def _add(found: set[frozenset[str]], pieces: frozenset[str]) -> None:
    told = frozenset(p for p in pieces if not any(other != p and other in p for other in pieces))
    if len(told) <= _MOST:
        found.add(told)


def _likelihood(condition: frozenset[str]) -> tuple[float, list[str]]:
    """How much of all text fulfils a condition, roughly; its pieces, so that the order is always the same."""
    return sum(_share(piece) for piece in condition), sorted(condition)


def _share(piece: str) -> float:
    """The share of sentences that have a piece, roughly."""
    if piece.strip(START + END) in _EVERYWHERE:
        return 0.5
    return 0.3 if piece == DIGIT else 0.4 ** (len(piece) - 1)


def _is_piece(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _one_letter(members: list) -> str:
    """The letter that a set such as ``[Ss]`` stands for."""
    letters = {chr(value).lower() if op is c.LITERAL else "" for op, value in members}
    letter = letters.pop() if len(letters) == 1 else ""
    return letter if letter and _is_piece(letter) else ""


def _only_digits(members: list) -> bool:
    return all(
        (op is c.CATEGORY and value is c.CATEGORY_DIGIT)
        or (op is c.RANGE and all(chr(edge) in "0123456789" for edge in value))
        for op, value in members
    )


def _parts_words(op: object, value: object) -> bool:
    """Whether what matches here stands between words: white space, a hyphen, the edge of a word or a text."""
    if op is c.LITERAL:
        return not (chr(value).isalnum() or chr(value) == "_")
    if op is c.AT:
        return value not in (c.AT_NON_BOUNDARY, c.AT_UNI_NON_BOUNDARY, c.AT_LOC_NON_BOUNDARY)
    if op is c.IN:
        return all(
            (kind is c.CATEGORY and member in (c.CATEGORY_SPACE, c.CATEGORY_NOT_WORD))
            or (kind is c.LITERAL and _parts_words(kind, member))
            for kind, member in value
        )
    if op is c.ASSERT_NOT:
        return value[0] > 0 and _is_any_letter(value[1])
    if op in _REPEATS:
        return value[0] > 0 and all(_parts_words(*item) for item in value[2])
    return False


def _is_any_letter(items: object) -> bool:
    """Whether every letter, digit and underscore is among what matches here."""
    items = list(items)
    return len(items) == 1 and items[0][0] is c.IN and (c.CATEGORY, c.CATEGORY_WORD) in items[0][1] and not any(
        kind is c.NEGATE for kind, _ in items[0][1]
    )


_REPEATS = () if parser is None else (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
