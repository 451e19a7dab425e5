"""Pages of selection, one module a procedure."""
