"""The law: the rules with their versions, the deadline calculator, and the holidays that officials keep up to date.

The meaning of the rules lives in ``kernel.statutes``; this app shows it, and owns the public holidays that were set
after the kernel's own table was made (관공서의 공휴일에 관한 규정 4).
"""
