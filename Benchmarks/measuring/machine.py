"""What a table of measurements has to say of the machine."""

import os
import platform
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path


def machine():
    """Lines of a Markdown table, without the machine's name."""
    facts = {
        "date": date.today().isoformat(),
        "processor": f"{os.cpu_count()} cores, {_processor()}",
        "memory": _memory(),
        "system": _system(),
        "toolchain": _toolchain(),
        "load before": f"{load():.1f}",
    }
    return ["| | |", "| --- | --- |"] + [f"| {name} | {fact} |" for name, fact in facts.items()]


def load():
    """Programs that wanted a processor in the last minute, on average."""
    return os.getloadavg()[0]


def _first(pattern, path):
    try:
        found = re.search(pattern, Path(path).read_text(), re.MULTILINE)
    except OSError:
        return None
    return found.group(1).strip() if found else None


def _processor():
    return _first(r"^model name\s*:\s*(.*)$", "/proc/cpuinfo") or platform.machine()


def _memory():
    kilobytes = _first(r"^MemTotal:\s*(\d+)", "/proc/meminfo")
    return f"{int(kilobytes) / 2**20:.0f} GiB" if kilobytes else "unknown"


def _system():
    name = _first(r'^PRETTY_NAME="?([^"\n]*)', "/etc/os-release")
    return name or f"{platform.system()} {platform.release()}"


def _toolchain():
    if not shutil.which("swift"):
        return "unknown"
    shown = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"Swift version [\d.]+", shown)
    return found.group(0) if found else "unknown"
