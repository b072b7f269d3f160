"""A render in a process of its own: it always runs the library's code as it is now, and can be stopped."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from contextlib import suppress

from ..errors import message, printable

_LAST_LINES = 25  # of a traceback
_PATIENCE = 2  # seconds a render may take to put its things in order; somebody waits for the next one


class Render:
    """Runs `kzvn_analysis.preview.child` and puts what it tells into a queue.

    Parameters
    ----------
    request
        ``seeds``, ``out``, ``engine`` and ``parameters`` of `briefing.render`.
    events
        Is given pairs of this object and a mapping with ``kind``: ``step``, ``at``, ``note`` and ``detail`` as
        `briefing.Progress` has them; at the end ``made`` with ``version`` and ``folder``, or ``failed`` with ``text``.
    """

    def __init__(self, request: dict, events: queue.Queue) -> None:
        self._events, self._said = events, deque[str](maxlen=_LAST_LINES)
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            # Ctrl-C in the terminal is for the session, which then ends its render in order.
            start_new_session=True,
        )
        with suppress(OSError):  # it may have ended already; what it said tells why
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        self._errors = threading.Thread(target=self._keep, daemon=True)
        self._errors.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def stop(self) -> None:
        """End the render with all it has started."""
        if self._process.poll() is not None:
            return
        # The child takes it for Ctrl-C, and for the end of this process should it miss it.
        with suppress(OSError):
            self._process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            self._process.stdin.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _keep(self) -> None:
        for line in self._process.stderr:
            self._said.append(printable(line.rstrip()))

    def _listen(self) -> None:
        ended = False
        for line in self._process.stdout:
            told = json.loads(line)
            ended = ended or told["kind"] in ("made", "failed")
            self._events.put((self, told))
        code = self._process.wait()
        if not ended:  # not even an error: the library's own code is broken, or the process was killed
            self._errors.join(timeout=1)
            text = "\n".join([message("preview_broke", code=code), *self._said])
            self._events.put((self, {"kind": "failed", "text": text}))
