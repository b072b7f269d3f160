"""Clippings that mean harm, made by rule: words that other formats would obey, broken bytes, texts out of shape.

`payloads` are the words, `clippings` the texts and bytes by file name; the same every time.
"""

from __future__ import annotations

import codecs
import csv
import io
import random
from pathlib import Path

ROOT = Path(__file__).parent.parent

PAYLOADS = (
    # HTML, CSS, scripts, addresses
    "<script>document.title='owned'</script>",
    "<img src=http://127.0.0.1:9/x onerror=alert(1)>",
    "</td></table></div><iframe src='http://127.0.0.1:9/'></iframe>",
    "</style><style>@import 'http://127.0.0.1:9/'; body{display:none}",
    "<svg/onload=alert(1)><object data=x></object><form action=x><input autofocus onfocus=alert(1)>",
    "<!-- --><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;&#60;b&#62;",
    "[words](javascript:alert(1)) <javascript:alert(1)> [data](data:text/html;base64,PHNjcmlwdD4=) vbscript:x",
    "![picture](http://127.0.0.1:9/x.png){.class style='position:fixed'}",
    # Pandoc and Quarto
    "{{< include /etc/passwd >}} {{% raw %}} {{ x }}",
    "`<b>raw</b>`{=html} `#read(\"/etc/passwd\")`{=typst} ```{=html} <b> ```",
    "::: {.column-margin} ::: [span]{#title .stamp} ## Heading {#conclusions}",
    "^[a note] [^1] [^1]: else @fig-map [@cite; -@cite] (@) example *a* _b_ ~~c~~ ~d~ ^e^ **f**",
    "$\\def\\x{\\x\\x}\\x$ $$\\input{/etc/passwd}$$ \\write18{id} \\begin{x} %",
    "--- title: owned header-includes: <script>alert(1)</script> ---",
    "| a | b |\\| c | \\ | -- | :--: ||",
    # Typst
    "#read(\"/etc/passwd\") #import \"x\" #eval(\"1\") $ x $ @label <label> /* */ // = Heading *b* _i_ `c` ~ \\",
    "#set page(fill: red); #show: none; ]]] [[[ }}} #panic()",
    # notebooks and Python
    "%run x !id {__import__('os').system('id')} \"\"\" ''' \\n import os",
    "{0.__class__} %(x)s %s {x!r:>10} ${HOME} $(id) `id`",
    # spreadsheets
    "=HYPERLINK(\"http://127.0.0.1:9/\";\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    # terminals, direction, letters that hide
    "\x1b[2J\x1b]0;owned\x07\x1b[31m \x9b31m \x08\x08 \x7f",
    "\u202eevil\u202c \u2066left\u2069 \u200f\u200e \u061c",
    "zero\u200bwidth \ufeff \u00ad \u2060 \u180e tag\U000e0041 \ufffe \ufff9",
    "a" + "\u0301" * 200,
    "Kazаkhstan Vіetnam",  # two letters of these are Cyrillic
    "ﷺ ﷽ \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f0\U0001f1ff מזרח العربية ไทย 你好",
    # paths
    "../../../../etc/passwd /etc/passwd C:\\Windows\\CON NUL \\\\host\\share file:///etc/passwd",
)  # fmt: skip

SLOTS = (
    "ASTANA, May 6, 2025 – {0}\n\nTrade between Kazakhstan and Vietnam reached $900 million in 2024, {0}.\n",
    "{0}\n\nTrade turnover between Kazakhstan and Vietnam reached $879 million {0} in 2024, the ministry said.\n",
    "Kazakhstan and Vietnam\n\nOn May 6, 2025, Vietnamese leader To Lam {0} arrived in Astana on a state visit to "
    "Kazakhstan, where he met President Kassym-Jomart Tokayev {0}.\n",
    "Kazakhstan and Vietnam sign\n\nKazakhstan and Vietnam signed an agreement on {0} in Hanoi on May 6, 2025.\n",
    "Company news\n\nThe Kazakh company {0} and Vietnam's {0} Group will build a $5 million plant in Almaty in 2025.\n",
    "Kazakhstan and Vietnam\n\n“{0}”, Kazakhstan's ambassador to Vietnam said on May 6, 2025. {0}\n\nSource: {0}\n",
)  # fmt: skip

NAMES = (
    "CON", "NUL", "aux.tar", "-rf", "--help", "=1+1", "+x", "@x", "'x", "%00", "a b", "a;b", "$(id)", "`id`", "a&b",
    "<b>", "a\"b", "{x}", "#x", "x..", "~", "*", "?", "a\\b", "\u202etxt", "e\u0301", "\u00e9", "[x](y)", "{{< x >}}",
    "x" * 200, "a\nb", "a\tb", "\x1b[31m", "latest", "index", "source-x",
)  # fmt: skip


def texts() -> dict[str, str]:
    """Every payload in every slot of a text that would yield rows, by file name."""
    out = {}
    for number, payload in enumerate(PAYLOADS):
        for slot, form in enumerate(SLOTS):
            out[f"words-{number:02}-{slot}.txt"] = form.replace("{0}", payload)
    for number, name in enumerate(NAMES):
        out[f"{name}.txt"] = SLOTS[number % 2].replace("{0}", "it said")
    return out


def sheets() -> dict[str, str]:
    """The sheets beside `texts`: an outlet, and an added row's title and reason, of each payload."""
    cells = [payload.strip() for payload in PAYLOADS]
    sources = [("file", "outlet"), *((f"words-{n:02}-0.txt", cell) for n, cell in enumerate(cells))]
    corrections = [("action", "table", "row", "column", "value", "article", "quote", "why")]
    for n, cell in enumerate(cells):
        start = ("add", "agreements", f"row-{n}")
        proof = (f"words-{n:02}-3", "Kazakhstan and Vietnam signed an agreement on", cell)
        corrections.append((*start, "title", cell, *proof))
        corrections += [
            (*start, column, value, "", "", "") for column, value in (("kind", "agreement"), ("status", "concluded"))
        ]
    return {"sources.csv": _csv(sources), "corrections.csv": _csv(corrections)}


def _csv(rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def broken(count: int, seed: int = 0) -> dict[str, bytes]:
    """`count` clippings made of the real ones and the payloads by cutting, doubling, mixing and re-encoding."""
    pick = random.Random(seed)
    real = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    stock = [line for text in real for line in text.splitlines() if line.strip()] + list(PAYLOADS)
    return {f"broken-{n:05}.txt": _broken(pick, stock) for n in range(count)}


def _broken(pick: random.Random, stock: list[str]) -> bytes:
    lines = [pick.choice(stock) for _ in range(pick.randint(1, 6))]
    text = pick.choice(["\n", "\n\n", "\r\n", "\r", " ", "", "\x0b", "\u2028"]).join(lines)
    for _ in range(pick.randint(0, 4)):
        text = _changed(pick, text, stock)
    text = text[:4000]
    others = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1251", "cp1258"]
    encoding = pick.choice(["utf-8"] * len(others) + others)
    data = text.encode(encoding, "replace")
    if pick.random() < 0.2:
        at = pick.randrange(len(data) + 1)
        junk = pick.choice([b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", codecs.BOM_UTF8, codecs.BOM_UTF16_BE, b"\r", b""])
        data = data[:at] + junk + data[at + pick.randint(0, 3) :]
    return data


def _changed(pick: random.Random, text: str, stock: list[str]) -> str:
    start, end = sorted(pick.randrange(len(text) + 1) for _ in range(2))
    part = text[start:end]
    return pick.choice(
        [
            lambda: text[:start] + text[end:],
            lambda: text[:end] + part + text[end:],
            lambda: text[:start] + pick.choice(stock) + text[start:],
            lambda: text[:start] + part.upper() + text[end:],
            lambda: text[:start] + part.replace(" ", pick.choice(["", "\n", "\u00a0", "  ", "\u200b"])) + text[end:],
            lambda: text[:start] + pick.choice("([{“\"'–,.;:0$€%") * pick.randint(1, 50) + text[start:],
            lambda: text.replace(pick.choice("aeiost.,0125"), pick.choice(["", "9", "é", "\u0301", "…", "½", "٣"])),
            lambda: text[::-1],
        ]
    )()
