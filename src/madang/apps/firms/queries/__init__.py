"""Reads on the files of firms."""
