"""Permissions and pure questions of selection, one module a procedure."""
