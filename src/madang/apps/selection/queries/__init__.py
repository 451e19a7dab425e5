"""Reads of selection, one module a procedure."""
