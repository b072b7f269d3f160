"""The passages of a clipping that tell of one visit."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...reading import PersonMention
from .draft import Draft


@dataclass(eq=False, slots=True)
class Group:
    """The passages about one visit."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def lead(self) -> Draft:
        return self.drafts[0]

    @property
    def visitor(self) -> PersonMention | None:
        return next((d.visitor for d in self.drafts if d.visitor), None)

    @property
    def origin(self) -> str | None:
        return next((d.origin for d in self.drafts if d.origin), None)

    @property
    def host(self) -> str | None:
        return next((d.host for d in self.drafts if d.host), None)

    @property
    def periods(self) -> list[str]:
        return [d.period for d in self.drafts if d.period]

    @property
    def last_index(self) -> int:
        return max(d.scene.index for d in self.drafts)


def closest(groups: list[Group], draft: Draft) -> Group:
    """The group last spoken of before the passage, else the first after it."""
    index = draft.scene.index

    def distance(group: Group) -> tuple[bool, int]:
        before = [index - d.scene.index for d in group.drafts if d.scene.index <= index]
        return (False, min(before)) if before else (True, min(d.scene.index for d in group.drafts) - index)

    return min(groups, key=distance)
