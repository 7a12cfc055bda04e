"""Two pictures of the data held against each other, one record through time, and the new year."""
