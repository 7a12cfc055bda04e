"""The files beside the data of a new project."""
