"""Tell which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# What a clipping of this field could be in; fewer choices make fewer mistakes.
_LANGUAGES = (
    "ar", "az", "be", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hu", "hy", "id", "it", "ja",
    "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv", "mn", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "th", "tr", "uk",
    "ur", "vi", "zh",
)  # fmt: skip
_SAMPLE = 8000
_TOKEN = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "for", "with", "on", "that", "by", "was", "has", "is", "from", "at", "as", "it", "be", "were", "have", "will", "this", "which", "his", "its", "he", "not", "are", "an", "had", "their", "said", "between", "after", "who", "they", "been", "would", "also"]
)
_ONLY_ENGLISH = frozenset(["the", "of", "and", "with", "that", "by", "was", "has", "which", "were", "have", "will", "this", "their", "said", "between", "been", "would"])


def find_language(text: str) -> str:
    """ISO 639-1 code of the text's language.

    Parameters
    ----------
    text
        Any text; names from other languages in it do no harm.

    Returns
    -------
    str
        ``en`` also where the text gives nothing to go by.
    """
    sample = text[:_SAMPLE]
    words = [w.casefold() for w in _TOKEN.findall(sample)]
    letters = sum(map(len, words))
    if not letters:
        return "en"
    latin = sum(c.isascii() or "\u00c0" <= c <= "\u024f" or "\u1e00" <= c <= "\u1eff" for w in words for c in w)
    if 2 * latin > letters:
        small = sum(w in _ENGLISH for w in words)
        telling = len(_ONLY_ENGLISH.intersection(words))
        if small * 6 >= len(words) and telling >= 2 or (small * 10 >= len(words) and telling >= 3):
            return "en"
    found = _identifier().classify(sample)[0]
    if found != "en" and len(words) < 25 and sample.isascii() and not _plain_foreign(words):
        return "en"  # a headline is mostly names, which tell nothing
    return found


_FOREIGN = frozenset(
    ["le", "la", "les", "des", "du", "une", "est", "et", "dans", "pour", "der", "die", "das", "und", "ist", "mit", "von", "zu", "el", "los", "las", "del", "una", "por", "para", "con", "il", "gli", "che", "di", "e", "dan", "yang", "untuk", "dengan", "ve", "bir", "bu", "bilan", "va", "het", "een", "na", "w", "z", "nie", "si", "i", "sa"]
)


def _plain_foreign(words: list[str]) -> bool:
    """Whether short words of another language stand among `words`."""
    return sum(w in _FOREIGN for w in words) >= 2


@cache
def _identifier() -> Any:
    """The model, loaded when first needed; one of our own, so that nobody else's settings reach it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
