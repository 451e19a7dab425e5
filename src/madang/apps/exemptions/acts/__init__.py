"""Acts of the exemptions: the rapid confirmation, exemptions and interim permits, by topic."""
