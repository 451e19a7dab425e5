"""Reads on demonstrations, by topic."""
