"""The wheel, and everything that has a deadline."""
