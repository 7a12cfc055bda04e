"""Preparedness as a page and as rows."""
