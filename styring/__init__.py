"""Corporate governance for a Norwegian municipality as plain YAML in git."""

__version__ = "0.1.0"
