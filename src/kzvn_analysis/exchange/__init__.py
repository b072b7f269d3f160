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

__all__ = ["describe_release"]


def describe_release(
    files: Mapping[str, bytes], tables: Mapping[str, pd.DataFrame], manifest: Mapping
) -> dict[str, bytes]:
    """The files that let others read a release.

    Parameters
    ----------
    files
        Bytes of the release's other files, by path; the tables as ``tables/NAME.csv``.
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
    from .crate import write_crate
    from .datapackage import write_datapackage
    from .workbook import write_workbook

    references = write_csl(tables["articles"])
    more = {
        "references.json": references,
        "references.bib": write_bibtex(references),
        "tables.xlsx": write_workbook(tables, manifest),
    }
    more["datapackage.json"] = write_datapackage(files, tables, manifest)
    more["ro-crate-metadata.json"] = write_crate({**files, **more}, tables, manifest)
    return more
