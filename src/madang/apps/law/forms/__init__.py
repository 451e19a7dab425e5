"""What readers of the law fill in: days as people write them, the dates of a deadline, the facts of a rule."""
