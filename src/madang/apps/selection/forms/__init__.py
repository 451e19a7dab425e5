"""Shapes of what people type into the selection pages, one module a procedure."""
