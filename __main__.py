"""``python -m heshu`` is the command ``heshu``."""

from .pipeline.cli import main

if __name__ == "__main__":
    main()
