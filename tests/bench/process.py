# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on chosen processors and tells what it cost.

The least peak that can be seen is that of this interpreter, some 15 MB: a new process has the memory
of the old one until it runs its program.  So nothing large is imported here.
"""
import contextlib
import os
import signal
import subprocess
import tempfile
import threading
from collections import namedtuple

import comparison

# status: "ok", "timeout" or "failed"; layout_s, wall_s: of the layout, seconds, as the program tells
Run = namedtuple("Run", "status spent processor_s peak_mb said")


@contextlib.contextmanager
def on(processors):
    """What is started within runs on so many processors, always the same ones."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:processors])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def stop(process):
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)


def run(command, processors, limit, **variables):
    """Ends the program after limit seconds."""
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complained:
        with on(processors):
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=complained,
                                       env={**os.environ, **variables})
        late = threading.Event()
        timer = threading.Timer(limit, lambda: (late.set(), stop(process)))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        complained.seek(0)
        told = said.read()
        return Run("timeout" if late.is_set() else "failed" if process.returncode else "ok",
                   comparison.parse_spent(told), usage.ru_utime + usage.ru_stime,
                   usage.ru_maxrss / 1024, told if not process.returncode else complained.read())
