"""Zones: regulation-free zones (규제자유특구) and global innovation zones (글로벌 혁신특구) of the ministry, and the
zones of other ministries beside them, read-only. The Act speaks of them in articles 2(13), 71–84.

Every fact stands with its source and confidence; where sources disagree both values stand.
"""
