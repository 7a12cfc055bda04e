"""``styring vis|finn|ny`` and ``styring`` alone: any record, whatever its kind."""
