"""Gather what shows a sector, sentence by sentence, and keep for each the furthest stage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ...reading import Reading, Sentence
from ..base import Fact
from .carried import Evidence, carried
from .model import SECTORS, STAGES, SectorFact
from .told import told


def find_sectors(reading: Reading, facts: dict[str, list[Fact]]) -> Iterator[SectorFact]:
    """Yield one row per sector of a clipping, quoting the sentence that shows its furthest stage.

    Parameters
    ----------
    reading
    facts
        The other tables' facts of the same clipping: a signed agreement or a running project
        carries its sector's stage.
    """
    evidence = [*carried(reading, facts), *told(reading)]
    for sector in SECTORS:
        of_sector = [e for e in evidence if e.sector == sector]
        if of_sector:
            yield _row(reading, sector, of_sector)


def _row(reading: Reading, sector: str, evidence: list[Evidence]) -> SectorFact:
    best = min(evidence, key=lambda e: (-STAGES.index(e.stage), e.start, e.end, e.rule))
    return SectorFact(
        article_id=reading.article.article_id,
        start=best.start,
        end=best.end,
        quote=reading.text[best.start : best.end],
        rule=best.rule,
        sector=sector,
        stage=best.stage,
        mentions=len(_paragraphs(reading.sentences, evidence)),
    )


def _paragraphs(sentences: tuple[Sentence, ...], evidence: Iterable[Evidence]) -> set[int]:
    starts = [s.start for s in sentences]
    return {sentences[max(0, bisect_right(starts, e.start) - 1)].paragraph for e in evidence}
