"""`python -m streamt` is the `streamt` command."""

from __future__ import annotations

from streamt.cli.main import main

if __name__ == "__main__":
    main()
