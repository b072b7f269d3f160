"""Reading English news: from an `Article` to a `Reading` with its passages, sentences and mentions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ..seeds import Article
from .amounts import find_amounts
from .clean import detached_sections, find_passages
from .dates import find_dates
from .evidence import may_tie
from .language import find_language
from .model import (
    Amount,
    DateMention,
    Mentions,
    Passage,
    PersonMention,
    PlaceMention,
    Published,
    Reading,
    Sentence,
    Span,
)
from .outlet import find_dateline, find_outlet
from .people import find_people, one_of_office
from .places import find_places, place_named
from .publication import find_published
from .scope import mark_bilateral
from .sentences import find_sentences

__all__ = [
    "Amount",
    "DateMention",
    "Passage",
    "PersonMention",
    "PlaceMention",
    "Published",
    "Reading",
    "Sentence",
    "Span",
    "one_of_office",
    "read",
]


def read(article: Article) -> Reading:
    """Read one article.

    Parameters
    ----------
    article
        As `kzvn_analysis.read_seeds` gives it.

    Returns
    -------
    Reading
        Passages, sentences, and every date, amount, person and place that stands in them.  Of a text that
        is not English only the language is told, and what its header or the sidecar states.
    """
    text = article.text
    language = find_language(text)
    passages = find_passages(text)
    sentences = cache(lambda: find_sentences(text, passages))
    published = find_published(article, passages, sentences)
    if language != "en":
        stated = published if published.basis == "stated" else Published(None, "unknown")
        return Reading(article, language=language, outlet=article.outlet, published=stated)
    dateline = find_dateline(text, passages)
    home = place_named(dateline.split(";")[0]) if dateline else None
    country = home.country if home else None
    titles = [p for p in passages if p.kind == "title"]
    reading = Reading(
        article,
        title=text[titles[0].start : titles[0].end] if titles else None,
        outlet=find_outlet(article, passages),
        dateline=dateline,
        language=language,
        published=published,
        passages=passages,
        finders={**_FINDERS, "sentences": lambda _: tuple(s.marked(False) for s in sentences())},
    )
    if not may_tie(text, country):
        return reading
    places = Mentions(find_places(text, sentences()))
    marked, relevance = mark_bilateral(sentences(), places, country, detached_sections(text, passages))
    found = {"sentences": lambda _: marked, "places": lambda _: places}
    return replace(reading, relevance=relevance, names_both=True, finders={**_FINDERS, **found})


_FINDERS = {
    "places": lambda reading: find_places(reading.text, reading.sentences),
    "dates": lambda reading: find_dates(reading.text, reading.sentences, reading.published),
    "amounts": lambda reading: find_amounts(reading.text, reading.sentences),
    "people": lambda reading: find_people(reading.text, reading.sentences, reading.places),
}
