"""``python -m altheory`` is the ``altheory`` command."""

from altheory.cli import main

main()
