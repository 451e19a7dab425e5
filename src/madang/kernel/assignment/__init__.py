"""Evaluators to plans: who reads what, under conflicts and load limits, with a reason for every pair.

A conflict is a wall, not a cost: a barred pair never enters the problem, so no optimum can choose it.
"""
