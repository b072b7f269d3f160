"""A release for people who reuse its data: formats that other tools read without being told anything.

=========================  ==========================================================================
file                       read by
=========================  ==========================================================================
``datapackage.json``       Frictionless: tables with types, units, keys
``tables.xlsx``            Excel and LibreOffice: one sheet a table
``references.bib``         BibLaTeX, JabRef, Zotero: the clippings
``references.json``        CSL-JSON: Zotero, Pandoc, Quarto
``ro-crate-metadata.json`` RO-Crate: each output linked to what it was made from
=========================  ==========================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["describe_release", "describe_tables"]


def describe_tables(
    files: Mapping[str, bytes], tables: Mapping[str, pd.DataFrame], manifest: Mapping
) -> dict[str, bytes]:
    """The files that let others read a release's tables: all of the above but the crate.

    Parameters
    ----------
    files
        The tables as ``tables/NAME.csv``; others don't matter.
    tables
        All tables by name, the reconciled ones too.
    manifest
        What the release is made from, as ``manifest.json`` says it.

    Returns
    -------
    dict of bytes
        By path within the release; the same inputs give the same bytes.
    """
    from .bibliography import write_bibtex, write_csl
    from .datapackage import write_datapackage
    from .workbook import write_workbook

    references = write_csl(tables["articles"])
    return {
        "references.json": references,
        "references.bib": write_bibtex(references),
        "tables.xlsx": write_workbook(tables, manifest),
        "datapackage.json": write_datapackage(files, tables, manifest),
    }


def describe_release(
    files: Mapping[str, bytes], tables: Mapping[str, pd.DataFrame], manifest: Mapping
) -> dict[str, bytes]:
    """The file that tells which of all the release's other `files` came from what.

    Parameters and result are as in `describe_tables`.
    """
    from .crate import write_crate

    return {"ro-crate-metadata.json": write_crate(files, tables, manifest)}
