"""What a notebook's kernel knows of the machine it runs on."""

from __future__ import annotations

import os
from pathlib import Path

# A notebook's kernel knows of the caller's environment only what is needed to start and to find the packages,
# so that nothing else can have a part in what comes out.
_PASSED_ON = (
    "PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP",
    "SYSTEMROOT", "COMSPEC",
)  # fmt: skip
_FIXED = {
    # One thread for sums, so that their order is the same on any number of cores.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONWARNINGS": "ignore",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "MPLBACKEND": "agg",
}


def environment(home: Path) -> dict[str, str]:
    """The environment of a kernel, whose own files go to `home`."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # A profile or a matplotlibrc of the user's own could run anything before the first cell.
    own = {"HOME": str(home), "IPYTHONDIR": str(home / "ipython"), "MPLCONFIGDIR": str(home / "matplotlib")}
    return {**passed, **_FIXED, **own}
