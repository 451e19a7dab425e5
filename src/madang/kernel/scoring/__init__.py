"""Evaluation sheets, the published scoring rule in exact decimals, and the analysis sheet beside it.

The official score is the published rule and nothing else. No statutory provision lays down how a call is
scored: every number here comes from the rule record of the call, never from code.
"""
