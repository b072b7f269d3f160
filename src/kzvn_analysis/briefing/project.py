"""Where the parts of a checkout lie: notebooks, report sources, what is made from them.

The root is the nearest folder upwards that holds ``_quarto.yml``, as it is for Quarto and for the
notebooks themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import KzvnError, UsageError
from .shortcodes import shortcodes

PROJECT_FILE = "_quarto.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one checkout.

    Attributes
    ----------
    root : Path
        Holds ``_quarto.yml``.
    """

    root: Path

    @property
    def report(self) -> Path:
        return self.root / "report"

    @property
    def source(self) -> Path:
        """The one document that both engines read."""
        return self.report / "briefing.qmd"

    @property
    def build(self) -> Path:
        return self.root / "_build"

    @property
    def tables(self) -> Path:
        return self.build / "tables"

    @property
    def releases(self) -> Path:
        """Where releases go if nothing else is said."""
        return self.root / "briefings"

    @property
    def executed(self) -> Path:
        """Where the executed copies of the notebooks go; the document embeds from there."""
        return self.build / "notebooks"

    @property
    def ready(self) -> Path:
        """What Quarto reads besides the notebooks."""
        return self.build / "ready"

    @property
    def output(self) -> Path:
        """Where ``_quarto.yml`` has Quarto write the document."""
        return self.build / "quarto" / "report"

    @property
    def litter(self) -> tuple[Path, ...]:
        """What Quarto leaves beside the document when it is stopped half-way."""
        stem = self.source.stem
        return tuple(self.report / name for name in (f"{stem}.html", f"{stem}.typ", f"{stem}.pdf", f"{stem}_files"))

    @property
    def notebooks(self) -> dict[str, int]:
        """The notebooks that the document embeds, by name, each with the first line that does."""
        found: dict[str, int] = {}
        for number, _, match in shortcodes(self.source.read_text(encoding="utf-8", errors="replace").splitlines()):
            path = (self.source.parent / match["notebook"]).resolve() if match else None
            if path and path.parent == self.executed.resolve():
                found.setdefault(path.stem, number)
        return found

    def notebook(self, name: str) -> Path:
        return self.root / "notebooks" / f"{name}.ipynb"

    def shown(self, path: Path) -> str:
        """`path` as it is named to the user: from the root where it lies within."""
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return str(path)


def check_settings(project: Project) -> None:
    """Raise where ``_quarto.yml`` holds no settings; the embedded engine needs none, and would not notice.

    Raises
    ------
    KzvnError
        It is no YAML, or no settings for the two formats; names the line where there is one.
    """
    import yaml

    try:
        with (project.root / PROJECT_FILE).open("rb") as file:
            settings = yaml.safe_load(file)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__
        raise KzvnError("project_file", path=PROJECT_FILE, line=mark.line + 1 if mark else 1, why=why) from None
    formats = settings.get("format") if isinstance(settings, dict) else None
    if not isinstance(formats, dict) or not {"html", "typst"} <= set(formats):
        raise KzvnError("project_settings", path=PROJECT_FILE)


def find_project(start: Path | None = None) -> Project:
    """The project that `start` (by default the working folder) lies in.

    Raises
    ------
    UsageError
        No folder upwards holds ``_quarto.yml``.
    KzvnError
        A notebook or the document is missing from the checkout.
    """
    start = (start or Path.cwd()).resolve()
    root = next((folder for folder in (start, *start.parents) if (folder / PROJECT_FILE).is_file()), None)
    if root is None:
        raise UsageError("project_missing", path=start)
    project = Project(root)
    if not project.source.is_file():
        raise KzvnError("project_incomplete", path=project.shown(project.source))
    for name, line in project.notebooks.items():
        if not (path := project.notebook(name)).is_file():
            at = {"path": project.shown(project.source), "line": line}
            raise KzvnError("project_notebook", **at, notebook=project.shown(path))
    return project
