"""Questions to the law as worked cases ask them: a kind, some facts, and the fields of the answer."""
