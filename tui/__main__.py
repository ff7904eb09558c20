"""`python -m tui`: the same as `diptych`."""

import sys

from tui.cli import main

sys.exit(main())
