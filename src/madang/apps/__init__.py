"""The bounded contexts. Each is the same inside: models, rules, queries, acts, events, forms, views, urls."""
