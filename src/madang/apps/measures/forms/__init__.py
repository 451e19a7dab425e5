"""Forms of the measures."""
