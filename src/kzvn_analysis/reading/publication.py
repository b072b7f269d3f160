"""Tell when an article was published, by which outlet, from where, and in which language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..seeds import Article
from .model import Passage, Published


def find_published(article: Article, passages: Sequence[Passage]) -> Published:
    """The publication date, and the words that prove it; the sidecar wins over the text."""
    if article.published:
        return Published(article.published, "stated")
    match = re.match(r"\s*date (\d{4}-\d\d-\d\d)", article.text)
    if match:
        return Published(match[1], "stated", match[0].strip(), *match.span(1))
    return Published(None, "unknown")


def find_outlet(article: Article, passages: Sequence[Passage]) -> str | None:
    """The outlet or agency that credits itself; the sidecar wins over the text."""
    return article.outlet


def find_dateline(text: str, passages: Sequence[Passage]) -> str | None:
    """The city of the dateline."""
    return None


def find_language(text: str) -> str:
    """ISO 639-1 code of the text's language."""
    return "en"
