"""Projects: routes, investments, deals, shipments, plants, exchanges of people and cultural undertakings."""

from __future__ import annotations

from .find import find_projects
from .model import STATUSES, ProjectFact

__all__ = ["STATUSES", "ProjectFact", "find_projects"]
