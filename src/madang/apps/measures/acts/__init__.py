"""Acts of the measures."""
