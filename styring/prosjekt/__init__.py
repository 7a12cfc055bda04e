"""The only door to disk and git for reading."""
