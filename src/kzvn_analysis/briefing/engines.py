"""Which program sets the document: the one in the wheels, or Quarto."""

from __future__ import annotations

from ..errors import KzvnError, message
from . import quarto
from .pandoc import version as pandoc_version

EMBEDDED, QUARTO = "embedded", "quarto"
CHOICES = ("auto", EMBEDDED, QUARTO)


def choose(wanted: str) -> tuple[dict[str, str], str | None]:
    """The engine to use, by name and version, and what to tell the user about the choice, if anything.

    ``auto`` takes Quarto where it is on the PATH and fit to be used, else the embedded engine.

    Raises
    ------
    KzvnError
        Quarto is asked for by name and is missing, too old, or does not answer.
    """
    remark = None
    if wanted == QUARTO or wanted == "auto" and quarto.find():
        try:
            return {"name": QUARTO, "version": quarto.check()}, None
        except KzvnError as error:
            if wanted == QUARTO:
                raise
            remark = message("quarto_passed_over", why=error)
    import typst

    return {"name": EMBEDDED, "version": f"pandoc {pandoc_version()}, typst {typst.__version__}"}, remark
