"""Pages of the exemptions."""
