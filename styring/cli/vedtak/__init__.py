"""``styring vedtak`` and ``styring importer vedtak``."""
