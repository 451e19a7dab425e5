"""Settings: one typed table of environment names (env), and the Django settings that read it."""
