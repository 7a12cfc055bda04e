"""The pure rules of the trade: dates, words, codes and counts.

Knows nothing of files or screens.
"""
