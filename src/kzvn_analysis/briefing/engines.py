"""Which program sets the document: the one in the wheels, or Quarto."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import KzvnError, UsageError, message
from . import quarto
from .store import Store

EMBEDDED, QUARTO = "embedded", "quarto"
CHOICES = ("auto", EMBEDDED, QUARTO)


def choose(
    wanted: str, tools: Mapping[str, str] | None = None, store: Store | None = None
) -> tuple[dict[str, str], str | None]:
    """The engine to use, by name and version, and what to tell the user about the choice, if anything.

    ``auto`` takes Quarto where it is on the PATH and fit to be used, else the embedded engine.

    Parameters
    ----------
    wanted
        One of `CHOICES`.
    tools
        Versions of the installed packages and of Pandoc; by default they are looked up.
    store
        Where to keep what Quarto says of itself; by default it is kept nowhere.

    Raises
    ------
    UsageError
        Quarto is asked for by name and is missing.
    KzvnError
        Quarto is asked for by name and is too old or does not answer.
    """
    remark = None
    if wanted == QUARTO and not quarto.find():
        raise UsageError("quarto_missing")
    if wanted == QUARTO or wanted == "auto" and quarto.find():
        try:
            return {"name": QUARTO, "version": quarto.check(store)}, None
        except KzvnError as error:
            if wanted == QUARTO:
                raise
            remark = message("quarto_passed_over", why=error)
    from .environment import tools as look_up

    tools = tools or look_up()
    return {"name": EMBEDDED, "version": f"pandoc {tools['pandoc']}, typst {tools['typst']}"}, remark
