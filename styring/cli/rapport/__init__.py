"""``styring rapport``: one module for each document, all on the way in ``dokumentvei``."""
