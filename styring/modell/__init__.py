"""One module per record type: the shape of the data, and nothing else."""
