"""What has changed and what goes on, as pages."""
