"""A visit as one passage tells it, before the passages about one visit are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ...reading import PersonMention
from .scene import Scene

Kind = Literal["visit", "meeting", "session", "mission"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one wording says of one visit; ``None`` where it is silent.

    Attributes
    ----------
    kind : str
        ``visit`` someone travels · ``meeting`` officials of both meet · ``session`` a body convenes ·
        ``mission`` a group travels.
    scene : Scene
        The sentence.
    position : int
        Where in the masked sentence the wording stands.
    rule : str
        The rule that read it.
    point : str
        What `period` is of the visit: ``whole`` · ``begin`` · ``end`` · ``during`` one of its days · ``tour`` a journey
        to other countries too.
    days : int or None
        How long it lasts, if said.
    anaphoric : bool
        It speaks of a visit told elsewhere ("during the visit") and makes no row of its own.
    dated : bool
        A time stands beside it, whether or not its year is proven.
    another : bool
        The words set it apart from the visit told before: "his previous visit".
    month_day : str or None
        The day of a year that is not proven, ``MM-DD``.
    """

    kind: Kind
    scene: Scene
    position: int
    rule: str
    visitor: PersonMention | None = None
    origin: str | None = None
    host: str | None = None
    level: str | None = None
    period: str | None = None
    point: str = "whole"
    days: int | None = None
    status: str | None = None
    counterpart: PersonMention | None = None
    anaphoric: bool = False
    explicit_host: bool = False
    dated: bool = False
    another: bool = False
    month_day: str | None = None

    def but(self, **changes: object) -> Draft:
        """A copy with some cells changed."""
        return replace(self, **changes)


OTHER = {"KAZ": "VNM", "VNM": "KAZ"}
