"""Shapes of what people write about demonstrations, by topic."""
