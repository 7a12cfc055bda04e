"""The open pages: frozen answers as a folder of files that needs no server."""
