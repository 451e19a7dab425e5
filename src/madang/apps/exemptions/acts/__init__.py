"""Acts of the exemptions: the rapid confirmation."""
