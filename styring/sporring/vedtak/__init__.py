"""The vedtak, and lists of them that come in."""
