"""People, organisations and the seats from which they act; delegation with dates; sign-in.

A person has no power of their own: every act is done from a seat (an office of an organisation), held for a time or
lent by its holder (대리). The public is an office too and needs no account.
"""
