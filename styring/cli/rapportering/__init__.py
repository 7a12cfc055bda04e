"""``styring tertial`` and ``styring oppdater``: forms out and in, and the steps from unit to
council.
"""
