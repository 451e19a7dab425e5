"""Forms of the exemptions."""
