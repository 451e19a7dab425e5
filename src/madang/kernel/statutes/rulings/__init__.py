"""The rules of the Act as functions, one module a chapter; each registers itself under its rule id."""
