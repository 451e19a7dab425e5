"""The pure floor: the law, its clocks and its procedures. No Django, no disk writes, no network, no clock."""
