"""``styring init``, ``styring oppsett``: a new project, and what lies beside the data."""
