"""Runs a program to its end and measures what it took."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass


@dataclass
class Run:
    """What one process took.

    `peak_bytes` is the most memory that it held at once. The system starts that count with what
    the starting process held, so figures below some 20 MB say nothing.
    """

    status: int
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    output: str
    errors: str


def end_on_signals():
    """Lets a request to end do what Ctrl-C does, so that no process is left running."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)


def measured(command, patience=None):
    """Runs a command; after `patience` seconds it is ended and has a negative status."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, start_new_session=True)
        status, usage = _wait(process, patience)
        seconds = time.perf_counter() - begin
        return Run(
            status=status, seconds=seconds, cpu_seconds=usage.ru_utime + usage.ru_stime,
            peak_bytes=usage.ru_maxrss * 1024, output=_text(output), errors=_text(errors))


def _wait(process, patience):
    timer = threading.Timer(patience, _end, [process]) if patience else None
    if timer:
        timer.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except KeyboardInterrupt:
        _end(process)
        os.wait4(process.pid, 0)
        raise
    finally:
        if timer:
            timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def _end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def _text(file):
    file.seek(0)
    return file.read().decode("utf-8", "replace")
