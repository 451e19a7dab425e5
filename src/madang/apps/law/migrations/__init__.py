"""Tables of the law."""
