"""The economy of the municipality."""
