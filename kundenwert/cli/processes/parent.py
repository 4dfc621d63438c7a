"""A child process that does not outlive its parent, not even when the parent is killed."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

PARENT = "KUNDENWERT_PARENT"
"""Environment variable: process id of the parent that started this one."""
PR_SET_PDEATHSIG = 1
LOOK_EVERY = 1.0
GRACE_SECONDS = 10.0


def die_with_parent(parent: int | None = None, before_end: Callable[[], object] | None = None) -> None:
    """End this process (SIGTERM, then for good) when its parent is gone. Without a parent nothing happens.

    `parent` is the process id; by default the one in the environment. On Linux the kernel tells us (prctl 2);
    looking at the parent's id is the way on other systems, and for a parent that died before we asked.
    `before_end` is called where SIGTERM was not enough, because nothing else runs then.
    """
    expected = parent or int(os.environ.pop(PARENT, "0"))
    if not expected:
        return
    told_by_kernel = sys.platform == "linux" and _ask_kernel() and os.getppid() == expected
    arguments = (expected, told_by_kernel, before_end)
    threading.Thread(target=_watch, args=arguments, name="parent-watch", daemon=True).start()


def _ask_kernel() -> bool:
    return bool(ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM) == 0)


def _watch(parent: int, told_by_kernel: bool, before_end: Callable[[], object] | None) -> None:  # noqa: FBT001
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    # Never twice: a second SIGTERM would hit a process that is already putting things away, and cut that short.
    if not told_by_kernel:
        os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    if before_end:
        before_end()
    os._exit(1)
