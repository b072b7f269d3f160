"""Sectors: in which fields the two countries cooperate, and how far each has come."""

from __future__ import annotations

from .find import find_sectors
from .model import SECTORS, STAGES, SectorFact

__all__ = ["SECTORS", "STAGES", "SectorFact", "find_sectors"]
