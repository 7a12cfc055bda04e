"""What every question is asked with: which units, and the plain fields of a record."""
