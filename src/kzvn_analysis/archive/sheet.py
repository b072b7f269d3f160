"""The CSV files beside an archive's clippings, wherever they lie."""

from __future__ import annotations

from pathlib import Path

from ..files import leads_out, read_file
from ..limits import size
from .place import Place


class Sheet:
    """A file that `kzvn_analysis.sheets.read_sheet` reads, in place of a path."""

    def __init__(self, place: Place, name: str) -> None:
        self._place, self._name = place, name

    def __str__(self) -> str:
        return self._place.at(self._name)

    def exists(self) -> bool:
        return self._place.exists(self._name)

    def read_bytes(self) -> bytes:
        if self._place.is_local:
            return read_file(Path(str(self)), size("sheet"))
        return self._place.read(self._name) or b""

    def is_symlink(self) -> bool:
        """Whether it is a link that leads out of the folder; a link within it is as good as the file."""
        return self._place.is_local and leads_out(Path(str(self)))

    def resolve(self) -> Path:
        return Path(str(self)).resolve()

    @property
    def parent(self) -> Path:
        return Path(str(self)).parent
