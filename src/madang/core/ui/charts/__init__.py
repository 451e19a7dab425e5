"""Charts as server-side SVG: title, description and a table twin; no script, no inline style."""
