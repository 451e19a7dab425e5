"""Who may do what in demonstrations, by topic."""
