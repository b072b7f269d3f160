"""News clippings on Kazakhstan–Viet Nam relations in, an auditable briefing out.

Examples
--------
>>> import kzvn_analysis as kz
>>> articles = kz.read_seeds("seeds")       # doctest: +SKIP
>>> tables = kz.parse(articles)             # doctest: +SKIP
>>> tables.trade                            # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module

# Where each public name lives; "module:name" where it has another name there, since a package's own
# module would hide a function of the same name.
_HOME = {
    "Article": "seeds", "Seeds": "seeds", "read_seeds": "seeds", "article_from_text": "seeds",
    "keep_clipping": "keeping",
    "KzvnError": "errors",
    "read_corrections": "corrections",
    "explain": "provenance", "review": "triage",
    "Dossier": "analysis.dossier", "dossier": "analysis.dossier", "open_dossier": "analysis.dossier",
    "Reconciled": "reconcile", "reconciled": "reconcile:reconcile", "reconciled_meanings": "reconcile",
    "Tables": "tables", "parse": "tables", "load": "tables", "column_meanings": "schemas",
    "ParsedArchive": "archive.run", "parse_archive": "archive.run",
    "find_project": "briefing.project", "render": "briefing.pipeline",
}
__all__ = sorted(_HOME)


def __getattr__(name: str):
    """Import a public name when it is first asked for, so that the command line starts fast."""
    if name == "__version__":
        from importlib.metadata import version

        return version("kzvn-analysis")
    if name in _HOME:
        module, _, attribute = _HOME[name].partition(":")
        return getattr(import_module(f"{__name__}.{module}"), attribute or name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
