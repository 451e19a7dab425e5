"""Who may do what in the exemptions, by procedure."""
