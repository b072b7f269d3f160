"""Everything a release is made from, told by content: the clippings, the project's sources, the library, the packages.

Nothing here trusts a file's date or size; reading all of it takes a few hundredths of a second.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..errors import printable
from ..seeds import BESIDE, entries
from .bare import bare_digest
from .environment import Environment, read_environment
from .project import PROJECT_FILE, Project
from .store import Store, digest_of

_LIBRARY = Path(__file__).parent.parent
# Modules that have no part in what is worked out below them; the import rules see to that.  Everything that is not
# named here counts, so a new module can make too much be done again but never too little.
_COMMANDS = {
    "__main__.py", "cli", "completion.py", "keeping.py", "preview", "provenance.py", "terminal.py", "triage.py"
}  # fmt: skip
ABOVE_TABLES = _COMMANDS | {"archive", "briefing", "diff", "exchange", "plots", "prose"}
ABOVE_CLIPPING = ABOVE_TABLES | {
    "analysis", "reconcile", "corrections.py", "lost_rows.py", "saved.py", "tables.py"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of all inputs by name, as the manifest lists them.

    Attributes
    ----------
    seeds, project, library : dict
        ``seeds/…``; ``notebooks/…``, ``report/…`` and the project file; ``kzvn_analysis/…``.
    environment : Environment
    """

    seeds: dict[str, str]
    project: dict[str, str]
    library: dict[str, str]
    environment: Environment

    @property
    def clippings(self) -> list[str]:
        """Names of the clippings."""
        return [name for name in self.seeds if name.endswith(".txt")]

    @property
    def files(self) -> dict[str, str]:
        """All of them, in order."""
        return dict(sorted({**self.seeds, **self.project, **self.library}.items()))

    def code(self, without: Collection[str] = ()) -> str:
        """Digest of the library's code and data, but the modules and packages `without`."""
        own = {name: digest for name, digest in self.library.items() if name.split("/")[1] not in without}
        return digest_of(code=own, environment=self.environment.digest)


def read_inputs(project: Project, seeds: Path, store: Store) -> Inputs:
    """Read and digest all inputs.

    Raises
    ------
    UsageError
        `seeds` is no folder that can be read.
    """
    clippings = [*entries(seeds), *(path for name in BESIDE if (path := seeds / name).exists())]
    notebooks = {f"notebooks/{name}.ipynb": project.notebook(name) for name in project.notebooks}
    sources = {name: bare_digest(path) or _digest(path) for name, path in notebooks.items()}
    sources[PROJECT_FILE] = _digest(project.root / PROJECT_FILE)
    return Inputs(
        seeds={f"seeds/{printable(path.name)}": _digest(path) for path in clippings},
        project=sources | _tree(project.report, "report", without=project.litter),
        library=_tree(_LIBRARY, _LIBRARY.name),
        environment=read_environment(store),
    )


def read_code(store: Store, without: Collection[str]) -> str:
    """Digest of the library's code and data, but the modules and packages `without`, and of the environment."""
    return Inputs({}, {}, read_library(without), read_environment(store)).code(without)


def read_library(without: Collection[str]) -> dict[str, str]:
    """Digests of the library's code and data by name, but of the modules and packages `without`."""
    return _tree(_LIBRARY, _LIBRARY.name, without=[_LIBRARY / name for name in without])


def _tree(folder: Path, prefix: str, without: Collection[Path] = ()) -> dict[str, str]:
    found = {}
    for base, folders, names in os.walk(folder):
        own = [name for name in folders if not name.startswith((".", "__pycache__"))]
        folders[:] = [name for name in own if Path(base, name) not in without]
        inside = Path(base).relative_to(folder)
        for name in names:
            if not name.startswith(".") and not name.endswith(".pyc") and Path(base, name) not in without:
                found[f"{prefix}/{(inside / name).as_posix()}"] = _digest(Path(base, name))
    return found


def _digest(path: Path) -> str:
    """Digest of a file's bytes; of what it is instead, where it is no file that can be read."""
    try:
        data = path.read_bytes() if path.is_file() else b"\0folder" if path.is_dir() else b"\0other"
    except OSError as error:
        data = f"\0{error.strerror}".encode()
    return hashlib.sha256(data).hexdigest()
