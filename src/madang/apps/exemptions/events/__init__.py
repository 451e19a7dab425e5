"""What can have happened in the exemptions, by procedure."""
