"""The economy of the municipality, as pages."""
