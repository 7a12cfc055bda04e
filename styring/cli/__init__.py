"""One module per command: load, ask, render, write. Nothing else is done here."""
