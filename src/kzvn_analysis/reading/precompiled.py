"""What an earlier run worked out of regular expressions: `compile` as in `re`, and `needs`.

Half of the time that a handful of clippings takes would go into compiling a thousand patterns.  So what Python makes
of a pattern, a row of numbers, is kept as Python keeps what it makes of a module: in `__pycache__`, for this very
version of Python, and only where it writes byte code.  A pattern is looked up by all of its text, so what is kept is
never stale.  Where nothing is kept, or Python does it another way, a pattern is compiled as ever.  What it can't do
without is kept, too: that takes as long to find.

Only for patterns that the rules consist of: one that is made of a clipping's words would be kept in vain.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from array import array
from importlib.util import cache_from_source
from pathlib import Path

from ..files import write_files
from . import needs as worked_out

try:
    from _sre import CODESIZE, MAGIC
    from _sre import compile as from_code
    from re import _compiler, _parser
except ImportError:  # another Python does it another way
    from_code = None

_FEW = 100  # patterns of which something is not yet kept: for fewer it does not pay to write all
_MOST = 6_000  # patterns that are kept; were there more, many would be of an earlier version of the rules

_Code = tuple[int, bytes, int, dict[str, int], tuple]  # what `from_code` takes, the numbers as bytes
_Known = tuple[dict[tuple[str, int], _Code], dict[tuple[str, int], tuple[str, ...]]]  # codes, needs

_kept: _Known | None = None  # None: not yet read
_new: _Known = ({}, {})


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` makes it, from what is kept of it if possible; else it is kept next time."""
    if from_code is None:
        return re.compile(pattern, flags)
    flags = int(flags)
    code = _read()[0].get((pattern, flags))
    if code is None:
        code = _new[0][pattern, flags] = _compiled(pattern, flags)
    known, numbers, groups, by_name, names = code
    return from_code(pattern, known, array("I", numbers).tolist(), groups, by_name, names)


def needs(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """What a pattern can't do without, as `written_needs` has it."""
    if from_code is None:
        return written_needs(pattern, flags)
    flags = int(flags)
    found = _read()[1].get((pattern, flags))
    if found is None:
        found = _new[1][pattern, flags] = written_needs(pattern, flags)
    return found


def written_needs(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """What `kzvn_analysis.reading.needs` works out, the pieces of each condition parted by ``|``.

    One string a condition: thousands of sets are slow to read, and Python looks through them for garbage.
    """
    return tuple("|".join(sorted(pieces)) for pieces in worked_out.needs(pattern, flags))


def knows_needs() -> bool:
    """Whether an earlier run worked out what patterns need."""
    return from_code is not None and bool(_read()[1])


def keep() -> None:
    """Keep for later runs what this one worked out; nothing happens where that is not possible."""
    global _kept
    if sum(map(len, _new)) < _FEW or sys.dont_write_bytecode:
        return
    together = tuple({**old, **new} for old, new in zip(_read(), _new, strict=True))
    _kept = together if max(map(len, together)) <= _MOST else tuple(map(dict, _new))
    for new in _new:
        new.clear()
    try:
        body = marshal.dumps(_kept)
        path = _path()
        write_files(path.parent, {path.name: _head(body) + body})
    except (OSError, NotImplementedError):  # a folder that may not be written to, or none: as with byte code
        pass


def _compiled(pattern: str, flags: int) -> _Code:
    """What `re.compile` does before it makes the pattern itself."""
    tree = _parser.parse(pattern, flags)
    numbers, state = _compiler._code(tree, flags), tree.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    return flags | state.flags, array("I", numbers).tobytes(), state.groups - 1, state.groupdict, tuple(names)


def _read() -> _Known:
    global _kept
    if _kept is None:
        try:
            data = _path().read_bytes()
            body = data[len(_head(b"")) :]
            _kept = marshal.loads(body) if data.startswith(_head(body)) else ({}, {})
        except (OSError, NotImplementedError):
            _kept = ({}, {})
    return _kept


def _head(body: bytes) -> bytes:
    """What stands before `body`: which Python and which rules of working out it is of, and a sum that shows damage."""
    rules = zlib.crc32(Path(worked_out.__file__).read_bytes() + Path(__file__).read_bytes())
    return f"{sys.version}\n{MAGIC} {CODESIZE} {rules:08x} {zlib.crc32(body):08x}\n".encode()


def _path() -> Path:
    """Where Python would keep a module's byte code, with another ending."""
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


def _agrees() -> bool:
    """Whether what stands here makes the pattern that `re` makes: nobody promises that the next Python does it so."""
    sample = r"(?i:(?P<verb>sign)ed)\b"
    try:
        return compile(sample) == re.compile(sample) and compile(sample).groupindex == {"verb": 1}
    except Exception:  # whatever a module that is not public does instead
        return False
    finally:
        _new[0].clear()


if not _agrees():
    from_code = None
