"""Agreements: instruments and institutions between the two countries."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Reading
from .model import KINDS, AgreementFact

__all__ = ["KINDS", "AgreementFact", "find_agreements"]


def find_agreements(reading: Reading) -> Iterator[AgreementFact]:
    """Yield every agreement of a clipping once, in text order."""
    yield from ()
