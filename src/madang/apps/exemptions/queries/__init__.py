"""Reads on the exemptions."""
