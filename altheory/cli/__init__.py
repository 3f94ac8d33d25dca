"""The ``altheory`` command: one command a file, found by discovery; no mathematics."""

import sys


def main() -> None:
    """Run the command; Ctrl-C is heard from the first moment, before anything is loaded."""
    try:
        from altheory.cli._app import run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("altheory: interrupted\n")
        sys.exit(130)
