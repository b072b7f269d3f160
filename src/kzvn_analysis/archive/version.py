"""Which rules read a clipping: the library's code and data, and the packages that make the tables."""

from __future__ import annotations

import sys
from functools import cache


@cache
def rules() -> str:
    """A digest that is the same on two machines where the same clippings give the same files."""
    import pandas as pd
    import pyarrow as pa

    from ..briefing.inputs import ABOVE_CLIPPING, read_library
    from ..briefing.store import digest_of

    code = read_library(ABOVE_CLIPPING - {"archive", "corrections.py"})
    return digest_of(code=code, python=sys.version_info[:2], packages=[pd.__version__, pa.__version__])


@cache
def rules_together() -> str:
    """The same of the rules that bring clippings together."""
    from ..briefing.inputs import ABOVE_TABLES, read_library
    from ..briefing.store import digest_of

    return digest_of(rules=rules(), code=read_library(ABOVE_TABLES - {"archive"}))
