"""All records of a project, indexed. What a question or a rule asks."""
