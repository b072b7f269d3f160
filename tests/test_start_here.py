"""The first notebook, from a new clipping to the briefing, as an analyst runs it."""

from __future__ import annotations

import shutil

import pandas as pd
import papermill


def test_a_clipping_dropped_in_is_in_the_briefing_at_the_end(root, tmp_path):
    for name in ("notebooks", "report"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(root / "_quarto.yml", tmp_path)
    (tmp_path / "seeds").mkdir()
    shutil.copy(root / "seeds" / "000_cc1ab6ff41a5b4d8.txt", tmp_path / "seeds")

    run = papermill.execute_notebook(
        str(tmp_path / "notebooks" / "start_here.ipynb"),
        str(tmp_path / "run.ipynb"),
        parameters={
            "clipping": "HANOI, March 2, 2026 - Kazakhstan exported goods worth $310 million to Vietnam in 2025.\n",
            "published": "2026-03-05",
            "outlet": "The Tea Post",
            "keep_as": "2026-03-02-mine.txt",
            "make_briefing": True,
        },
        cwd=str(tmp_path / "notebooks"),
        progress_bar=False,
    )

    outputs = [output for cell in run.cells for output in cell.get("outputs", [])]
    shown = "".join(str(output.get("data", output.get("text"))) for output in outputs)
    assert "reject,trade,trade-" in shown
    articles = pd.read_parquet(tmp_path / "briefings" / "latest" / "tables" / "articles.parquet")
    mine = articles.set_index("article_id").loc["2026-03-02-mine"]
    assert (mine["published"], mine["outlet"]) == ("2026-03-05", "The Tea Post")
    page = (tmp_path / "briefings" / "latest" / "briefing.html").read_text(encoding="utf-8")
    assert "$310 million" in page
    assert "as of 5 March 2026" in page
