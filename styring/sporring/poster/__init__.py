"""Any record: its id, its page, and search."""
