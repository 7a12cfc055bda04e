"""Answers to documents: a template gives Markdown, and Markdown becomes a page, a Word document or
a PDF.
"""
