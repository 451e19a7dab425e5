"""Writes of selection, one module a procedure, one function an act."""
