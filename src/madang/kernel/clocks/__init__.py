"""Korean days and holidays, the counting modes of the law, and pauses: every count explains itself."""
