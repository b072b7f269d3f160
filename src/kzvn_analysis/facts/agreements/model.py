"""The agreement row, and what stands for it while a clipping is still being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ...reading import Sentence
from ..base import Fact, column

KINDS = (
    "relations",
    "partnership",
    "treaty",
    "agreement",
    "memorandum",
    "visa",
    "twinning",
    "body",
    "award",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact(Fact):
    """One instrument or institution as one clipping names it."""

    IDENTITY: ClassVar = ("kind", "title", "period")

    title: str = column("short name as in the text", required=True)
    kind: str = column("sort of instrument, by the text's own word", allowed=KINDS, required=True)
    period: str | None = column(
        "when it was signed or established, EDTF; for a proposed one when it is expected", edtf=True
    )
    in_force: str | None = column("when it took effect, EDTF, if stated", edtf=True)
    status: str = column("concluded or proposed", allowed=("concluded", "proposed"), default="concluded")


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence's word on one instrument or institution.

    Attributes
    ----------
    sentence : Sentence
        Where it stands; becomes the row's quote.
    start : int
        Offset of its name in the article, for the rows' order.
    title, kind, status, period, in_force
        As in `AgreementFact`.
    key : tuple of str
        Mentions of one kind with equal keys are one instrument; where the key is empty, the titles decide.
    rule : str
        Name of the reading rule.
    weight : int
        How much this sentence says: the heaviest mention gives title and quote.
    """

    sentence: Sentence
    start: int
    title: str
    kind: str
    status: str
    rule: str
    period: str | None = None
    in_force: str | None = None
    key: tuple[str, ...] = ()
    weight: int = 0
