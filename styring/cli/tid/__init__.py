"""``styring endringer|historikk|nytt-aar``: what was, what has changed, and what goes on."""
