"""The public pages of the law: subjects, rules, deadlines, answers."""
