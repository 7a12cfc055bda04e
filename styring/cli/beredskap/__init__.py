"""``styring beredskap``."""
