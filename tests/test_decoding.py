"""From bytes to text: read where it can be told how, refused where it can't."""

from __future__ import annotations

import codecs

import pytest

import kzvn_analysis as kz
from kzvn_analysis.decoding import Undecodable, decode

NEWS = "Kazakhstan and Vietnam signed an agreement on trade on May 6, 2025, the ministry said. "


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Hà Nội".encode(), "Hà Nội", "utf-8"),
        (codecs.BOM_UTF8 + "Hà Nội".encode(), "Hà Nội", "utf-8"),
        (codecs.BOM_UTF16_LE + "Hà Nội, Токаев".encode("utf-16-le"), "Hà Nội, Токаев", "utf-16"),
        (codecs.BOM_UTF16_BE + "Hà Nội, Токаев".encode("utf-16-be"), "Hà Nội, Токаев", "utf-16"),
        (codecs.BOM_UTF32_LE + "Hà Nội".encode("utf-32-le"), "Hà Nội", "utf-32"),
        ((NEWS + "Hà Nội").encode("utf-16-le"), NEWS + "Hà Nội", "utf-16"),
        ((NEWS + "Hà Nội").encode("utf-16-be"), NEWS + "Hà Nội", "utf-16"),
        (NEWS.encode() + b"\x93Step\x94 \x96 Astana\x92s", NEWS + "“Step” – Astana’s", "windows-1252"),
        (NEWS.encode() + b"\x805 million", NEWS + "€5 million", "windows-1252"),
        (NEWS.encode() + b"T\xf4 L\xe2m in a caf\xe9", NEWS + "Tô Lâm in a café", "windows-1252"),
        (NEWS.encode() + b"Nguy\xea\xden Ph\xfa Tr\xf2ong", None, None),  # a tone on a consonant is none
        (NEWS.encode() + b"H\xe0 N\xf4\xf2i, Nguy\xea\xden", NEWS + "Hà Nô\u0323i, Nguyê\u0303n", "windows-1258"),
        (NEWS.encode() + b"\xd0\xe0 N\xe3\xdeng", NEWS + "Đà Nă\u0303ng", "windows-1258"),
        (NEWS.encode() + b"(\xd2\xee\xea\xe0\xe5\xe2)", NEWS + "(Токаев)", "windows-1251"),
        (NEWS.encode() + b"\xb9 5 \xee\xf2", NEWS + "№ 5 от", "windows-1251"),
    ],
)
def test_text_whose_encoding_leaves_no_doubt_is_read(data, text, encoding):
    if text is None:
        with pytest.raises(Undecodable):
            decode(data)
    else:
        assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (NEWS.encode() + b"L\xfdu", "unread_encoding"),  # Lưu in one code page, Lýu in another
        (NEWS.encode() + b"\xe0", "unread_encoding"),  # à, or the Russian а
        (NEWS.encode() + b"\xd2A big step\xd3", "unread_encoding"),  # quotation marks of an old Macintosh
        (NEWS.encode() + "Токаев".encode("koi8-r"), "unread_encoding"),
        (NEWS.encode() + b"\x81\x8d", "unread_encoding"),
        (NEWS.encode() + b"\x1b]0;x\x07 \xe9t\xe9", "unread_encoding"),
        (NEWS.encode() + "“A step” ".encode() + b"caf\xe9s", "unread_mixed"),
        ("Hà Nội".encode()[:-2], "unread_cut"),
        (codecs.BOM_UTF8 + b"caf\xe9", "unread_broken"),
        (codecs.BOM_UTF16_LE + b"a\0b", "unread_broken"),
        (codecs.BOM_UTF16_LE + "\ud800".encode("utf-16-le", "surrogatepass"), "unread_broken"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "unread_binary"),
        (NEWS.encode() + b"\0", "unread_binary"),
        (b"PK\x03\x04\0\0\0\0\0\0", "unread_binary"),
    ],
)
def test_text_whose_encoding_can_not_be_told_is_refused(data, key):
    with pytest.raises(Undecodable) as refused:
        decode(data)
    assert refused.value.key == key


def test_the_table_of_articles_says_how_each_was_read(tmp_path):
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEWS, encoding="utf-16")
    (tmp_path / "c.txt").write_bytes(NEWS.encode() + b"\x93Yes\x94, he said. ")
    (tmp_path / "d.txt").write_bytes(NEWS.encode() + b"L\xfdu")
    tables = kz.parse(kz.read_seeds(tmp_path))
    assert list(tables.articles["encoding"]) == ["utf-8", "utf-16", "windows-1252"]
    assert list(tables.agreements["article_id"]) == ["a", "b", "c"]
    (reason,) = tables.unread["reason"]
    assert reason.startswith("neither UTF-8 nor plainly one of Windows-1252, Windows-1258, Windows-1251; save it")
