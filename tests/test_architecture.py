"""The house's rules: data walks one way, and no import goes back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_imports_follow_the_data(root):
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=root, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_importing_the_package_stays_light():
    code = "import sys, kzvn_analysis.cli; print([m for m in ('pandas', 'matplotlib', 'papermill', 'pandera') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
