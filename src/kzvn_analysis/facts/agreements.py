"""Agreements: instruments and institutions between the two countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..reading import Reading
from .base import Fact, column

KINDS = ("relations", "partnership", "treaty", "agreement", "memorandum", "visa", "twinning", "body", "award", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact(Fact):
    """One instrument or institution as one clipping names it."""

    IDENTITY: ClassVar = ("kind", "title", "period")

    title: str = column("short name as in the text", required=True)
    kind: str = column("sort of instrument, by the text's own word", allowed=KINDS, required=True)
    period: str | None = column("when it was signed or established, EDTF; for a proposed one when it is expected")
    in_force: str | None = column("when it took effect, EDTF, if stated")
    status: str = column("concluded or proposed", allowed=("concluded", "proposed"), default="concluded")


def find_agreements(reading: Reading) -> Iterator[AgreementFact]:
    """Yield every agreement of a clipping once, in text order."""
    yield from ()
