"""Provisions as citable values, dated statutory numbers, and rules that answer satisfied, breached or unknown."""
