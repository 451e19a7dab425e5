"""The trace: one append-only row for everything that happened. The database refuses to change or delete it."""
