"""Pictures of finished answers, for pages and documents."""
