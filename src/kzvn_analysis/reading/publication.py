"""Tell when an article was published: stated in the text or its sidecar, or inferred from what it says."""

from __future__ import annotations

from collections.abc import Sequence

from ..seeds import Article
from .inferred import infer_published
from .model import Passage, Published
from .outlet import first_dateline
from .sentences import find_sentences
from .written_dates import date_in, month_and_day


def find_published(article: Article, passages: Sequence[Passage]) -> Published:
    """The publication date, and the words that prove it; the sidecar wins over the text.

    Parameters
    ----------
    article
    passages
        As `find_passages` gives them.

    Returns
    -------
    Published
        ``stated`` by the sidecar, a date line or the dateline; else ``inferred``, with the narrowest
        period that the text proves; else ``unknown``.
    """
    if article.published:
        return Published(article.published, "stated")
    text = article.text
    bodies = [passage.start for passage in passages if passage.kind == "body"]
    for passage in passages:
        # a date line between two stories is the later one's
        if passage.kind == "header" and not (bodies and bodies[0] < passage.start < bodies[-1]):
            found = date_in(text[passage.start : passage.end])
            if found:
                return _stated(text, found[0], passage.start + found[1], passage.start + found[2])
    dateline = first_dateline(text, passages)
    day = None
    if dateline and dateline.date:
        written = text[dateline.date.start : dateline.date.end]
        found = date_in(written)
        if found:
            return _stated(text, found[0], dateline.date.start + found[1], dateline.date.start + found[2])
        day = month_and_day(written)
    return infer_published(text, find_sentences(text, passages), day)


def _stated(text: str, date: tuple[int, int, int], start: int, end: int) -> Published:
    return Published("{:04d}-{:02d}-{:02d}".format(*date), "stated", text[start:end], start, end)
