"""What the letter expects, as pages."""
