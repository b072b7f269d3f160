"""The page, on this machine only: its frame, the last good briefing's files, and news for pages that are open."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from ..errors import UsageError
from .board import Board

ADDRESS = "127.0.0.1"
PORT = 4777
BRIEFING = "/briefing/"
# Any other name that leads to this machine is another site's, which its pages could then read.
_HOSTS = re.compile(r"(127\.0\.0\.1|localhost)(:\d{1,5})?", re.IGNORECASE)
_PAGE = {"/": "page.html", "/page.css": "page.css", "/page.js": "page.js"}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".ipynb": "application/x-ipynb+json",
    ".csv": "text/csv; charset=utf-8",
    ".pdf": "application/pdf",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_OTHER = "application/octet-stream"
_FRAME_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# The briefing brings a policy of its own; this one only says who may frame it.
_BRIEFING_POLICY = "frame-ancestors 'self'"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_BREATH = 0.15  # seconds between two pieces of news
_SIGN_OF_LIFE = 10  # seconds


@contextmanager
def serving(board: Board, port: int | None) -> Iterator[str]:
    """Serve what `board` holds; gives the address.

    Parameters
    ----------
    port
        0 for any free one; None for the usual one, or any free one where that is taken.

    Raises
    ------
    UsageError
        The port asked for is taken or not allowed.
    """
    handler = partial(_Handler, board)
    try:
        server = _Server((ADDRESS, PORT if port is None else port), handler)
    except OSError as error:
        if port is not None:
            raise UsageError("preview_port", port=port, why=error.strerror or error) from None
        server = _Server((ADDRESS, 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield f"http://{ADDRESS}:{server.server_port}/"
    finally:
        board.close()
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nothing to tell of."""


class _Handler(BaseHTTPRequestHandler):
    timeout = 30

    def __init__(self, board: Board, *arguments: object) -> None:
        self.board = board
        super().__init__(*arguments)

    def do_GET(self) -> None:
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or not _HOSTS.fullmatch(hosts[0]):
            self._answer(HTTPStatus.FORBIDDEN)
            return
        path = unquote(urlsplit(self.path).path)
        if path == "/events":
            self._news()
        elif path in _PAGE:
            data = files(__package__).joinpath("page", _PAGE[path]).read_bytes()
            self._answer(HTTPStatus.OK, data, _PAGE[path], _FRAME_POLICY)
        else:
            # Only names that the release has lead anywhere: there is no path to walk out of it by.
            name = path.removeprefix(BRIEFING)
            data = self.board.files.get(name) if path.startswith(BRIEFING) else None
            if data is None:
                self._answer(HTTPStatus.NOT_FOUND)
            else:
                self._answer(HTTPStatus.OK, data, name, _BRIEFING_POLICY)

    do_HEAD = do_GET

    def _refuse(self) -> None:
        self._answer(HTTPStatus.METHOD_NOT_ALLOWED)

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = _refuse

    def _answer(self, status: HTTPStatus, data: bytes = b"", name: str = "", policy: str = _FRAME_POLICY) -> None:
        if status is not HTTPStatus.OK:
            data, name = f"{status.value} {status.phrase}\n".encode(), ""
        self._head(status, _TYPES.get(PurePosixPath(name).suffix, _OTHER) if name else "text/plain", policy, len(data))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _news(self) -> None:
        """Tell how the work stands, and again whenever it changes, as server-sent events."""
        self._head(HTTPStatus.OK, "text/event-stream", _FRAME_POLICY)
        if self.command == "HEAD":
            return
        seen = -1
        with suppress(OSError):
            self.wfile.write(b"retry: 500\n\n")
            while not self.board.closed:
                state = self.board.wait(seen, _SIGN_OF_LIFE)
                if state is None:
                    self.wfile.write(b":\n\n")
                else:
                    seen = state["number"]
                    self.wfile.write(f"data: {json.dumps(state)}\n\n".encode())
                self.wfile.flush()
                time.sleep(_BREATH)

    def _head(self, status: HTTPStatus, kind: str, policy: str, length: int | None = None) -> None:
        self.send_response_only(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Security-Policy": policy}.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody wants to read which file a page asked for."""
