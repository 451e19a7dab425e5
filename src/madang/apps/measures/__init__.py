"""Measures: what was announced (대책), the tasks that carry it out, their dates and slips, and targets with a year.

A measure is policy, not law. Its tasks have an office each; a moved date keeps the old one and says why, for everybody.
"""
