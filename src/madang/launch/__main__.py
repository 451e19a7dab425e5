"""``python -m madang.launch``: the same as the command ``madang``."""

import sys

from madang.launch.main import main

sys.exit(main())
