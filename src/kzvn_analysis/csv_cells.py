"""Tables as CSV that a spreadsheet opens without running anything, and back.

Excel and its like take a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return for a formula,
quoted or not.  A clipping's words may begin so.  Such text is written with an apostrophe before it, as is text that
begins with apostrophes and then so; who reads it takes one apostrophe away.  Numbers stay as they are.

Source: OWASP, CSV Injection.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    """`text` as a cell that is no formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def to_csv(frame: pd.DataFrame) -> bytes:
    """`frame` as CSV in UTF-8; missing cells are empty."""
    text = frame.select_dtypes("string").columns
    guarded = frame.assign(**{name: frame[name].map(guard, na_action="ignore") for name in text})
    return guarded.to_csv(index=False, lineterminator="\n").encode("utf-8")


def from_csv(data: bytes) -> pd.DataFrame:
    """The cells of a CSV table as text, as they were before `to_csv`; empty ones are missing."""
    import pandas as pd

    frame = pd.read_csv(io.BytesIO(data), dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
    return frame.apply(lambda column: column.map(unguard, na_action="ignore")).astype("string")
