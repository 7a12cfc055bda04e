"""The vedtak, as pages."""
