"""The house's rules: data walks one way, and no import goes back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_imports_follow_the_data(root):
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=root, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


HEAVY = ("pandas", "matplotlib", "papermill", "pandera", "py3langid", "pypandoc", "typst")


def test_the_command_line_starts_without_the_heavy_packages():
    code = f"import sys, kzvn_analysis.cli; print([m for m in {HEAVY} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
