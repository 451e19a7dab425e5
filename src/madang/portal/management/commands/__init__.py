"""What the worker asks for by name."""
