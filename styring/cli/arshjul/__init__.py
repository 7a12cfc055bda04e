"""``styring arshjul|frister``: the year, and everything that is due."""
