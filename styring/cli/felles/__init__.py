"""What every command is built with: options, reading, asking, writing, and the way out."""
