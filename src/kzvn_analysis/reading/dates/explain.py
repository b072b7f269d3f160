"""Say in words how a date was worked out, for whoever checks it."""

from __future__ import annotations

from ..model import DateMention, Published


def explain(text: str, mention: DateMention, published: Published) -> str:
    """One sentence: what the text says, and what it was counted from.

    >>> explain("In 2011 he came. A year later …", mention, published)  # doctest: +SKIP
    '“A year later”, counted from “2011”: 2012'
    """
    said = f"“{mention.text}”"
    if mention.edtf is None:
        return f"{said}: not dated by the text"
    if mention.basis == "publication":
        return f"{said}, counted from the publication ({published.edtf}): {mention.edtf}"
    if mention.basis == "event" and mention.anchor:
        return f"{said}, counted from “{text[mention.anchor.start : mention.anchor.end]}”: {mention.edtf}"
    return f"{said}: {mention.edtf}"
