"""What a reader sees of Markdown."""

from __future__ import annotations

import re


def reads(text: str) -> str:
    """Markdown as it reads: notes and places taken out, links as their words, escapes resolved."""
    text = NOTE.sub("", text)
    text = re.sub(r"\[\]\{#[^}]+\}", "", text)
    text = re.sub(r"\[((?:[^\[\]\\]|\\.)*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


NOTE = re.compile(r"\^\[(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*\]")
