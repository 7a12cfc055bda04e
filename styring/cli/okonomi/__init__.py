"""Commands about the economy."""
