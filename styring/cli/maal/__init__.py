"""``styring maal``."""
