"""What must leave after commit: listeners of other apps, mail, feeds. Entered in the act's own transaction."""
