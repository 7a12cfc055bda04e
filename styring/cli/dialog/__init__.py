"""``styring sjekkliste``."""
