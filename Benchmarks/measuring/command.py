"""The `vetmatch` command, as the harnesses use it."""

import json
import subprocess
import sys
from pathlib import Path

from measuring.processes import measured

PROJECT = Path(__file__).resolve().parents[2]


class Failure(Exception):
    """A command that should have worked did not."""


class Vetmatch:
    """A built command."""

    def __init__(self, path=None):
        self.path = Path(path).resolve() if path else _built()

    def version(self):
        return self._done("--version").output.strip()

    def generate(self, profile, size, seed, folder):
        """Makes a round, unless it stands there from an earlier run."""
        if not (folder / "applications.csv").exists():
            sized = ["--size", str(size)] if size else []
            self._done(
                "generate", "--profile", profile, *sized, "--seed", str(seed),
                "--output", str(folder))
        return folder

    def export(self, folder, models):
        """Writes the problem of a round as MPS files, a file for each tier; their folder."""
        if not any(models.glob("*.mps")):
            self._done("export", str(folder), "--format", "mps", "--output", str(models))
        return models

    def check(self, folder, *options):
        """Reads a round and counts its options; the run, and the object that it prints."""
        run = self._done("check", str(folder), "--json", *options)
        return run, json.loads(run.output)

    def allocate(self, folder, output, limit):
        """Runs `allocate`; the run, and the object that it prints (empty if there is none).

        Exit codes up to 4 are answers: proven, stopped with or without a plan, infeasible.
        """
        run = measured(
            [str(self.path), "allocate", str(folder), "--output", str(output),
             "--time-limit", str(limit), "--json"], patience=2 * limit + 60)
        if run.status in (0, 2, 3, 4):
            return run, json.loads(run.output)
        if run.status < 0:
            return run, {}
        raise Failure(f"allocate {folder} ended with {run.status}: {run.errors.strip()}")

    def _done(self, *arguments):
        run = measured([str(self.path), *arguments])
        if run.status != 0:
            raise Failure(f"{' '.join(arguments)} ended with {run.status}: {run.errors.strip()}")
        return run


def _built():
    build = ["swift", "build", "--package-path", str(PROJECT), "-c", "release"]
    subprocess.run([*build, "--product", "vetmatch"], check=True, stdout=sys.stderr)
    shown = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True)
    return Path(shown.stdout.strip()) / "vetmatch"
