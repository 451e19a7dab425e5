"""The tags by theme; ``templatetags/ui.py`` gathers them into one library."""
