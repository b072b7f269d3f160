"""Tell which language a text is in."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from . import gated as re
from .lexicon import rows, words

# What a clipping of this field could be in; fewer choices make fewer mistakes.
_LANGUAGES = (
    "ar", "az", "be", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hu",
    "hy", "id", "it", "ja", "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv", "mn", "ms", "nl", "no", "pl",
    "pt", "ro", "ru", "sk", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
_SAMPLE = 8000
_TOKEN = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]").findall
_FEW = 50
_APART = {code: chr(code) if chr(code).isalpha() or chr(code) == "|" else " " for code in range(128)}
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u007f\u00c0-\u024f\u1e00-\u1eff]")
_ENGLISH = frozenset(row[0] for row in rows("english_words.tsv"))
_ONLY_ENGLISH = frozenset(row[0] for row in rows("english_words.tsv") if row[1:] == ("only",))


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
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    tokens = _words(sample.casefold())
    letters = sum(map(len, tokens))
    if not letters:
        return "en"
    latin = letters - len(_NOT_LATIN.findall("".join(_FOREIGN(sample))))
    if 2 * latin > letters:
        small = sum(map(_ENGLISH.__contains__, tokens))
        telling = len(_ONLY_ENGLISH.intersection(tokens))
        if small * 6 >= len(tokens) and telling >= 2 or (small * 10 >= len(tokens) and telling >= 3):
            return "en"
    found = _identifier().classify(sample)[0]
    if (
        found != "en"
        and len(tokens) < 30
        and (sample.isascii() or found == "vi")
        and not _plain_foreign(_TOKEN.findall(sample.casefold()))
    ):
        return "en"  # a headline is mostly names, which tell nothing
    return found


def _words(text: str) -> list[str]:
    """The words of a text in small letters; in one that is nearly plain, a bar stands for any other letter."""
    foreign = set(_FOREIGN(text))
    if len(foreign) > _FEW:
        return _TOKEN.findall(text)
    text = text.replace("|", " ")
    for char in foreign:
        text = text.replace(char, "|" if _TOKEN.match(char) else " ")
    return text.translate(_APART).split()


_FOREIGN_WORDS = frozenset(words("foreign_words.txt"))


def _plain_foreign(tokens: list[str]) -> bool:
    """Whether short words of another language stand among `tokens`."""
    return sum(w in _FOREIGN_WORDS for w in tokens) >= 2


@cache
def _identifier() -> Any:
    """The model, loaded when first needed; one of our own, so that nobody else's settings reach it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
