"""The pages of a firm's own file."""
