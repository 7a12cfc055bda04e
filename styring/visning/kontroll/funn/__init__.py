"""Findings, in every form that people, editors and forges read them in."""
