"""The questions that whole documents are made of: each gives one frozen answer, in names and words,
for a template to lay out.
"""
