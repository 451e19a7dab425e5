"""Procedures as dated tables: calls and plans (practice), designation, consultation and the life of a zone (law)."""
