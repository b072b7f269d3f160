"""The form of EDTF strings in the tables: level 0 dates and intervals, and level 1 seasons.

Source: Extended Date/Time Format, Library of Congress, 2019.
"""

from __future__ import annotations

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-2[1-4])?"
EDTF = rf"^{_DATE}(?:/{_DATE})?$"
