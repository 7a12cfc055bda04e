"""Open data: a table in each form, and the schema that describes them all."""
