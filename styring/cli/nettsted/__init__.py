"""The open pages as files."""
