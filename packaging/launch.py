"""What the packaged program starts with."""

import sys

from digimaturity.cli import main

sys.exit(main())
