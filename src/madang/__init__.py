"""Madang: one open web platform on which a country runs its regulatory-innovation zones together."""
