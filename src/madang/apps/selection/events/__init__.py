"""What can have happened in selection, in both languages, one module a procedure."""
