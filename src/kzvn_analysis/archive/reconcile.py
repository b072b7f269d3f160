"""What an archive's clippings say together: its tables reconciled by blocks that no claim leaves.

Nothing is reconciled in another way than `kzvn_analysis.reconciled` does: a block's rows are brought together, the
small path's functions do the rest.  The result is the same, row for row, however the archive was parted.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ..reconcile import trade, visits
from ..reconcile.blocks import Headings, join_headings, trade_blocks, visit_headings
from ..reconcile.names import People, count_mentions, identify_counted
from ..reconcile.records import DATING, Frames, told_alone, with_first_prints
from .collect import chunks, read_all, read_frame
from .dealing import Dealing
from .engine import Engine
from .notes import STATE, note_name, part_name
from .place import Place, write_frame
from .reprints import find_reprints
from .version import rules_together

if TYPE_CHECKING:
    import pandas as pd

ROWS_AT_ONCE = 5_000  # claims that one task reconciles, if no block is larger
MANY = 200  # parts for which workers begin anew: in a few seconds they are rid of the rules by which clippings are read
ROWS_TOGETHER = 1_000  # of a file of the result: a row of it names all its claims
_ALSO = {"articles": ["sha256", "wording"], "visits": ["visitor", "counterpart", "origin"]}  # texts, and who is who
_OF_CLIPPINGS = ["article_id", "written", "copy_of"]
_NOTE = "done.json"


@dataclass(frozen=True, slots=True)
class Together:
    """What `reconcile_archive` found.

    Attributes
    ----------
    reprints : int
        Clippings that print the text of another one written before.
    trade, visits : int
        Rows of ``reconciled_trade`` and ``reconciled_visits``.
    """

    reprints: int
    trade: int
    visits: int


@dataclass(slots=True)
class _Count:
    """How much parts of the archive hold, and in how many of their clippings each name stands."""

    clippings: int = 0
    trade: int = 0
    visits: int = 0
    names: Counter[tuple[str, str | None]] = field(default_factory=Counter)

    def add(self, other: _Count) -> None:
        self.clippings += other.clippings
        self.trade += other.trade
        self.visits += other.visits
        self.names.update(other.names)


def reconcile_archive(out: Place, engine: Engine) -> Together:
    """Write the datasets ``reconciled_trade``, ``reconciled_visits`` and ``reconciled_clippings`` beside the facts.

    Parameters
    ----------
    out
        Where all parts of the tables stand.
    engine
        Does the work.  What stands already and was made from the same is not made again.
    """
    archive = Place(out.at(STATE))
    state = Place(archive.at("reconcile"))  # what is needed only until all is done
    numbers = sorted(int(name[5:10]) for name in out.names("articles") if name.endswith(".parquet"))
    key = _key(numbers, archive)
    note = json.loads(state.read(_NOTE) or b"{}")
    if note.pop("key", None) == key:
        return Together(**note)
    archive.remove("reconcile")
    if len(numbers) > MANY:
        engine.renew()
    held = _Count()
    for part in engine.each(partial(_date_clippings, out=out, state=state), numbers):
        held.add(part)
    _write_people(held.names, state)
    load = partial(_clippings, state=state)
    reprints = find_reprints(load, numbers, held.clippings, state, "reprints.parquet", engine)
    for _ in engine.each(partial(_write_clippings, out=out, state=state), numbers):
        pass
    _tidy(out, numbers)
    _write_blocks(engine.each(partial(_part_headings, out=out, state=state), numbers), state)
    found = Together(reprints, **_reconcile(held, numbers, out, state, engine))
    archive.remove("reconcile")
    state.write(_NOTE, json.dumps({"key": key, **asdict(found)}).encode("ascii"))
    return found


def _key(numbers: Iterable[int], archive: Place) -> str:
    """Changes with the tables and with the rules that bring them together."""
    digest = hashlib.sha256(rules_together().encode("ascii"))
    for number in numbers:
        digest.update(archive.read(note_name(number)) or b"")
    return digest.hexdigest()


def _date_clippings(number: int, out: Place, state: Place) -> _Count:
    """Note what a part's tables tell of its clippings."""
    tables = {
        name: read_frame(out, part_name(name, number), [*columns, *_ALSO.get(name, ())])
        for name, columns in DATING.items()
    }
    texts = tables["articles"][["article_id", "sha256", "wording"]]
    write_frame(state, part_name("clippings", number), texts.merge(told_alone(tables), on="article_id"))
    names = count_mentions(visits.mentions(tables["visits"]))
    return _Count(len(texts), len(tables["trade"]), len(tables["visits"]), names)


def _clippings(number: int, state: Place) -> pd.DataFrame:
    return read_frame(state, part_name("clippings", number), ["article_id", "sha256", "wording", "written"])


def _write_clippings(number: int, out: Place, state: Place) -> None:
    """Write a part of ``reconciled_clippings``."""
    known = read_frame(state, part_name("clippings", number), ["article_id", "written", "yields"])
    names = known["article_id"]
    around = [("article_id", ">=", names.min()), ("article_id", "<=", names.max())] if len(names) else None
    found = read_frame(state, "reprints.parquet", only=around)
    write_frame(out, part_name("reconciled_clippings", number), with_first_prints(known, found))


def _tidy(out: Place, numbers: list[int]) -> None:
    """Remove the parts of a run that had more of them."""
    wanted = {part_name("", number).lstrip("/") for number in numbers}
    for name in out.names("reconciled_clippings"):
        if name not in wanted:
            out.remove(f"reconciled_clippings/{name}")


def _reconcile(held: _Count, numbers: list[int], out: Place, state: Place, engine: Engine) -> dict[str, int]:
    """Reconcile the tables by blocks and write the datasets; tells how many rows each has."""
    dealt = {
        table: Dealing(state, f"{table}-dealt", "block", 1 + getattr(held, table) // ROWS_AT_ONCE) for table in _STEPS
    }
    deals = [(table, some) for some in chunks(numbers) for table in dealt]
    for _ in engine.each(partial(_deal, dealt=dealt, out=out, state=state), deals):
        pass
    shares = [(table, share) for table in dealt for share in range(dealt[table].shares)]
    for _ in engine.each(partial(_merge, dealt=dealt, state=state), shares):
        pass
    return dict(engine.each(partial(_write, dealt=dealt, out=out, state=state), list(dealt)))


def _deal(which: tuple[str, list[int]], dealt: dict[str, Dealing], out: Place, state: Place) -> None:
    table, numbers = which
    load, _ = _STEPS[table]
    dealt[table].deal(read_all(partial(load, out=out, state=state), numbers), f"{numbers[0]:05}")


def _merge(which: tuple[str, int], dealt: dict[str, Dealing], state: Place) -> None:
    table, share = which
    _, merge = _STEPS[table]
    frames = ((rows, _clippings_of(rows)) for rows in dealt[table].each(share, ROWS_AT_ONCE))
    write_frame(state, part_name(table, share), merge(frames, state))


def _write(table: str, dealt: dict[str, Dealing], out: Place, state: Place) -> tuple[str, int]:
    """Write a reconciled table in the small path's order; it is as long as there are things told of, not tellings."""
    frame = read_all(lambda share: read_frame(state, part_name(table, share)), range(dealt[table].shares))
    frame, order = trade.in_order(frame) if table == "trade" else visits.in_order(frame)
    name = f"reconciled_{table}"
    out.remove(name)
    for number, first in enumerate(range(0, max(1, len(frame)), ROWS_TOGETHER)):
        write_frame(out, part_name(name, number), frame.iloc[order[first : first + ROWS_TOGETHER]])
    return table, len(frame)


def _trade(number: int, out: Place, state: Place) -> pd.DataFrame:
    rows = _with_clippings(read_frame(out, part_name("trade", number), trade.READ), number, out)
    return rows.assign(block=trade_blocks(rows)).astype({"block": "string"})


def _merge_trade(frames: Frames, state: Place) -> pd.DataFrame:
    return trade.reconcile_trade_block(frames)


def _visits(number: int, out: Place, state: Place) -> pd.DataFrame:
    rows, block = _dated_visits(number, out), _blocks(state)
    return rows.assign(block=[block[h.own[0]] for h in _headings(rows, state)]).astype({"block": "string"})


def _merge_visits(frames: Frames, state: Place) -> pd.DataFrame:
    return visits.reconcile_visit_block(frames, _people(state))


_STEPS: dict[str, tuple[Callable, Callable]] = {"trade": (_trade, _merge_trade), "visits": (_visits, _merge_visits)}


def _dated_visits(number: int, out: Place) -> pd.DataFrame:
    return _with_clippings(read_frame(out, part_name("visits", number), visits.READ), number, out)


def _with_clippings(rows: pd.DataFrame, number: int, out: Place) -> pd.DataFrame:
    clippings = read_frame(out, part_name("reconciled_clippings", number), _OF_CLIPPINGS)
    return rows.merge(clippings, on="article_id", how="left")


def _clippings_of(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[_OF_CLIPPINGS].drop_duplicates("article_id")


def _part_headings(number: int, out: Place, state: Place) -> set[Headings]:
    return set(_headings(_dated_visits(number, out), state))


def _headings(rows: pd.DataFrame, state: Place) -> list[Headings]:
    return [visit_headings(report) for report in visits.reports([(rows, _clippings_of(rows))], _people(state))]


def _write_people(names: Counter[tuple[str, str | None]], state: Place) -> None:
    """Note every spelling of a name in the archive."""
    state.write("people.json", json.dumps([[*who, n] for who, n in names.items()]).encode("ascii"))


def _people(state: Place) -> People:
    return _identified(state.read("people.json"))


@lru_cache(maxsize=1)
def _identified(names: bytes) -> People:
    return identify_counted({(name, country): n for name, country, n in json.loads(names)})


def _write_blocks(found: Iterable[set[Headings]], state: Place) -> None:
    """Note the block of each heading."""
    every: set[Headings] = set()
    for some in found:
        every |= some  # set().union(*found) would hold those of all parts first
    state.write("blocks.json", json.dumps(dict(join_headings(every))).encode("ascii"))


def _blocks(state: Place) -> dict[str, str]:
    return _loaded(state.read("blocks.json"))


@lru_cache(maxsize=1)
def _loaded(blocks: bytes) -> dict[str, str]:
    return json.loads(blocks)
