"""Demonstrations (실증): the work itself in a zone, once it is allowed, at home and abroad.

The task force of a zone, its sites, milestones and slips, inspections, incidents and claims (Act art. 84, 87, 88), and the
overseas demonstrations, certifications and joint research of global innovation zones.
"""
