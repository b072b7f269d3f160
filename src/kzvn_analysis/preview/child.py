"""The program that a preview starts for each render: takes a request on a line, tells what happens in lines of JSON."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

_PATIENCE = 5  # seconds that a render may take to put its things in order


def main() -> None:
    """Render once."""
    # What any library prints goes where errors go, so that nothing but the telling is in the telling.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    turn = threading.Lock()

    def tell(kind: str, **facts: object) -> None:
        with turn:
            out.write(json.dumps({"kind": kind, **facts}) + "\n")
            out.flush()

    request = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_the_session, daemon=True).start()
    # Imported only now: an error in the library's own code is told like any other.
    from ..briefing import Progress, render
    from ..errors import KzvnError, mendable

    class Told(Progress):
        def step(self, text: str, of: float | None = None) -> None:
            tell("step", text=text, of=of)

        def at(self, text: str, done: float | None = None) -> None:
            tell("at", text=text, done=done)

        def note(self, text: str) -> None:
            tell("note", text=text)

        def detail(self, text: str) -> None:
            tell("detail", text=text)

    try:
        made = render(
            Path(request["seeds"]),
            Path(request["out"]),
            engine=request["engine"],
            parameters=request["parameters"],
            progress=Told(),
        )
    except (KzvnError, OSError) as error:
        tell("failed", text=str(mendable(error)))
    except KeyboardInterrupt:
        sys.exit(130)
    else:
        tell("made", version=made.version, folder=str(made.folder))


def _end_with_the_session() -> None:
    """The other end of standard input is the session; when it is gone, this render is of no use."""
    sys.stdin.read()
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
        time.sleep(_PATIENCE)  # notebooks end after the cell they are in, which may take long
    os._exit(130)


if __name__ == "__main__":
    main()
