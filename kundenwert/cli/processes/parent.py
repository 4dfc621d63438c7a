"""A child process that does not outlive its parent, not even when the parent is killed."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time

PARENT = "KUNDENWERT_PARENT"
"""Environment variable: process id of the parent that started this one."""
PR_SET_PDEATHSIG = 1
LOOK_EVERY = 1.0
GRACE_SECONDS = 10.0


def die_with_parent(parent: int | None = None) -> None:
    """End this process (SIGTERM, then for good) when its parent is gone. Without a parent nothing happens.

    `parent` is the process id; by default the one in the environment. On Linux the kernel tells us (prctl 2);
    looking at the parent's id is the way on other systems, and for a parent that died before we asked.
    """
    expected = parent or int(os.environ.pop(PARENT, "0"))
    if not expected:
        return
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    threading.Thread(target=_watch, args=(expected,), name="parent-watch", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)
