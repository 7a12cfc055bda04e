"""Bytes to records: the only place that parses YAML and judges shape."""
