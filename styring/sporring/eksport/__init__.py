"""Open data: what each table holds."""
