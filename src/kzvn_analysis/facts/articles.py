"""Articles: which clipping, when and by whom it was published, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from ..reading import Reading
from .base import column
from .wording import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFact:
    """One clipping."""

    article_id: str = column("the clipping's file name without .txt", required=True)
    path: str = column("file, relative to the seeds folder", required=True)
    sha256: str = column("digest of the file's exact bytes", required=True)
    title: str | None = column("the headline, where the clipping has one")
    url: str | None = column("address, from the sidecar")
    published: str | None = column(
        "EDTF: a day where the text allows it, else the narrowest period it proves", edtf=True
    )
    published_basis: str = column("how `published` is known", allowed=("stated", "inferred", "unknown"), required=True)
    published_quote: str | None = column("the words that prove `published`; of several places parted by \" … \"")
    outlet: str | None = column("the outlet or agency that credits itself")
    dateline: str | None = column("the city of the dateline")
    language: str = column("ISO 639-1", required=True)
    relevance: str = column(
        "how much of it is about the two countries", allowed=("bilateral", "mixed", "none"), required=True
    )
    encoding: str = column("how the file's bytes were read as text", default="utf-8")
    wording: str | None = column(
        "how many runs of four words the body has, and a sample of their digests: tells reprints; missing where the "
        "clipping is left out"
    )


def find_article(reading: Reading) -> ArticleFact:
    """The clipping's own row."""
    article, published = reading.article, reading.published
    return ArticleFact(
        article_id=article.article_id,
        path=article.path,
        sha256=article.sha256,
        title=" ".join(reading.title.split()) if reading.title else None,
        url=article.url,
        published=published.edtf,
        published_basis=published.basis,
        published_quote=published.quote,
        outlet=reading.outlet,
        dateline=reading.dateline,
        language=reading.language,
        relevance=reading.relevance,
        encoding=article.encoding,
        wording=wording(reading) if reading.relevance != "none" else None,
    )
