"""Open data: the tables as files."""
