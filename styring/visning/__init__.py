"""From frozen answers to what people and machines read."""
