"""Pages of demonstrations, by topic."""
