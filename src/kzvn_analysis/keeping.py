"""Put a new clipping into the folder, and what its text does not say of it into ``sources.csv``."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from .errors import KzvnError, mendable
from .files import replace_file
from .seeds import SIDECAR, SIDECAR_COLUMNS, check_published, is_web_address, wrong_name
from .sheets import with_row


def keep_clipping(
    folder: str | PathLike[str],
    name: str,
    text: str,
    *,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Path:
    """Put a clipping into a folder of clippings, as `article_from_text` shows it.

    Parameters
    ----------
    folder
        The folder of the clippings.
    name
        The file to write, such as ``2026-03-02-my-outlet.txt``.  A file that holds this text already stays as it is.
    text
        The clipping's text.
    url, outlet, published
        What the text does not say.  What is given goes into the clipping's row of ``sources.csv``; all other rows stay
        byte for byte, and a file that is missing is made.

    Returns
    -------
    Path
        The clipping's file.

    Raises
    ------
    KzvnError
        `name` can't be a clipping's, its file holds another text, `published` is no date, `url` no address, or
        ``sources.csv`` is broken or has no column for what is given.  Nothing is written then.
    """
    place, data = Path(folder) / name, text.encode("utf-8", "surrogatepass")
    if Path(name).name != name or not name.endswith(".txt") or name.startswith(".") or wrong_name(name):
        raise KzvnError("keep_name", name=name)
    check_published(published)
    if url and not is_web_address(url.strip()):
        raise KzvnError("keep_url", value=url)
    told = {"url": url, "outlet": outlet, "published": published}
    cells = {column: value.strip() for column, value in told.items() if value and value.strip()}
    sheet = Path(folder) / SIDECAR
    try:
        if place.exists() and place.read_bytes() != data:
            raise KzvnError("keep_exists", path=place)
        rows = with_row(sheet, {"file": name, **cells}, known=SIDECAR_COLUMNS, key="file") if cells else None
        if not place.exists():
            replace_file(place, data)
        if rows is not None:
            replace_file(sheet, rows)
    except OSError as error:
        raise mendable(error) from None
    return place
