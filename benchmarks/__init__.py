"""What `make bench` runs: the house's own figures, printed as tables. Nothing here judges; numbers are for reading."""
