"""What can have happened in demonstrations, by topic."""
