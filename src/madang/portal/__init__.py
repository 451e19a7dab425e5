"""The composition root: root addresses, home, desk, API router, command line, open data."""
