"""``styring valider|regler`` and JSON Schema: is the data right?"""
