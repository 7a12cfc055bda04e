"""The goals, as a page."""
