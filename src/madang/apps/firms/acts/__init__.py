"""Acts of a firm on its own file, and the warning of the scheduler."""
