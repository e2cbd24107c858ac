"""What the packaged program starts with."""

import multiprocessing
import sys

from digimaturity.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # the processes of `report --all` begin here, too
    sys.exit(main())
