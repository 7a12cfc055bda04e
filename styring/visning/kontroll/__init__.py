"""Findings in every form, and the catalogue of rules."""
