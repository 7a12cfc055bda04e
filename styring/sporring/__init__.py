"""Questions: the register, a day and a filter in; a frozen answer out.

Every output shows the same answer.
"""
