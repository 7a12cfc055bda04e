"""The open pages: what they show, asked of the other rooms."""
