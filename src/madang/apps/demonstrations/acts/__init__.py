"""Writes on demonstrations, by topic."""
