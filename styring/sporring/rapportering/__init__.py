"""The forms: what is in them, what is missing, and what filled ones would change."""
