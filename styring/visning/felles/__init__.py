"""The few blocks of a page, the forms they are drawn in, and words and signs that many
pages share.
"""
