"""``styring status|deleger|brev``: the oppdrag and the letter that gave them."""
