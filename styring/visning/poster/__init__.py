"""Any record, search, and what a command would write, as pages."""
