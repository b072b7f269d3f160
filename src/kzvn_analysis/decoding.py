"""From a clipping's bytes to its text, where the bytes leave no doubt how they are to be read.

A wrong letter makes a wrong name, and a wrong currency sign a wrong figure, so nothing is guessed by likelihood, as
general detectors do.  A mark at the start and well-formed UTF-8 speak for themselves.  Otherwise each code page in
which newspapers of the field are saved is tried: the text is taken if all of those that can be meant give the same.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_UTF8_LETTER = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PAGES = ("windows-1252", "windows-1258", "windows-1251")
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_TONE = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]")  # Windows-1258 sets the five tones after their vowel
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
# What each page has and no text in it that could lie here: Icelandic letters and rare marks; letters that are not
# Vietnamese; Cyrillic ones that are neither Russian nor Bulgarian.
_ODD = {
    "windows-1252": re.compile(r"[ÐðÞþ¤¦¬¯¶¸¹]"),
    "windows-1258": re.compile(r"[¤¦¬¯¶¸¹ÄÅÆÇËÎÏÑÖØÛÜßäåæçëîïñöøûüÿŸ]"),
    "windows-1251": re.compile(r"[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇІіґєјЅѕї¤¦¬¶]"),
}


class Undecodable(ValueError):
    """The bytes are no text, or it can't be told which; `key` names the message that says so."""

    def __init__(self, key: str, **facts: object) -> None:
        self.key, self.facts = key, facts
        super().__init__(key)


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the name of its encoding.

    Returns
    -------
    text : str
        Without a mark of the byte order.
    encoding : str
        ``utf-8`` · ``utf-16`` · ``utf-32`` · ``windows-1252`` · ``windows-1258`` · ``windows-1251``.

    Raises
    ------
    Undecodable
        It holds NUL characters, or its encoding can't be told.
    """
    name = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)
    if name:
        text = _strictly(data, "utf-8-sig" if name == "utf-8" else name)
        if text is None:
            raise Undecodable("unread_broken", encoding=name.upper())
        if "\0" in text:
            raise Undecodable("unread_binary")
        return text, name.removesuffix("-le").removesuffix("-be")
    if b"\0" in data:
        raise Undecodable("unread_binary")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data" and _UTF8_LETTER.search(data):
            raise Undecodable("unread_cut") from None
    return _in_one_byte(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: of Latin letters every other byte is NUL, and no other byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2], sample[1::2]
    for zeros, letters, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(sample) >= 8 and 2 * zeros.count(0) > len(zeros) and b"\0" not in letters:
            return name
    return None


def _in_one_byte(data: bytes) -> tuple[str, str]:
    """Text of a Windows code page, if every page that can be meant gives the same."""
    if _UTF8_LETTER.search(data):
        raise Undecodable("unread_mixed")
    texts = {page: text for page in _PAGES if (text := _strictly(data, page)) is not None and _plausible(page, text)}
    if len(set(texts.values())) != 1:
        raise Undecodable("unread_encoding", known=", ".join(_PAGES).title())
    page, text = next(iter(texts.items()))
    return text, page


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausible(page: str, text: str) -> bool:
    """Whether a text of this code page can look like this."""
    if _CONTROL.search(text) or _ODD[page].search(text):
        return False
    if page == "windows-1258" and any(text[max(0, at.start() - 1)] not in _VOWELS for at in _TONE.finditer(text)):
        return False
    return all(_is_word(page, word) for word in _WORD.findall(text) if not word.isascii())


def _is_word(page: str, word: str) -> bool:
    if any(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(word)):
        return False
    plain = any(c.isascii() for c in word)
    if page == "windows-1251":
        return not plain  # no word has letters of two alphabets
    if not plain and len(_TONE.sub("", word)) > (2 if page == "windows-1258" else 1):
        return False  # accented letters stand among plain ones, but in "Đà"
    return page == "windows-1258" or not any(not a.isascii() and not b.isascii() for a, b in pairwise(word))
