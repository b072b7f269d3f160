"""What Quarto runs before it renders: the tables, and the notebooks that the document embeds.

Quarto calls this with whichever Python it finds; the work is done by the checkout's own environment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MISSING = "kzvn-analysis is not set up in this checkout. Run `make briefing` once, then `quarto render` again.\n"


def command() -> list[str] | None:
    """How to call kzvn: in .venv, else in this very Python, else by the PATH; None if it is nowhere."""
    for place in (".venv/bin/python", ".venv/Scripts/python.exe"):
        if (ROOT / place).is_file():
            return [str(ROOT / place), "-m", "kzvn_analysis"]
    try:
        metadata.distribution("kzvn-analysis")
    except metadata.PackageNotFoundError:
        program = shutil.which("kzvn")
        return [program] if program else None
    return [sys.executable, "-m", "kzvn_analysis"]


def main() -> int:
    if os.environ.get("KZVN_PREPARED"):  # `kzvn render` has done it already
        return 0
    call = command()
    if call is None:
        sys.stderr.write(MISSING)
        return 1
    return subprocess.run([*call, "prepare"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
