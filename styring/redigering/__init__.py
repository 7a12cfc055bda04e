"""Edits that keep every byte they do not mean to change, and the one way that data is written."""
