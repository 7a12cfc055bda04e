"""The goals."""
