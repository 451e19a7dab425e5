"""The kept pages that events of demonstrations end."""

TOPICS = ("demonstrations",)
