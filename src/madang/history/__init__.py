"""The real, sourced national record and its replay through the acts."""
