"""How it goes, as pages."""
