"""One rule, one function: what must hold, from the whole register to hits."""
