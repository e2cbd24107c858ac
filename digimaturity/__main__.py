"""``python -m digimaturity``: the same as the command ``digimaturity``."""

import sys

from digimaturity.cli import main

if __name__ == "__main__":
    sys.exit(main())
