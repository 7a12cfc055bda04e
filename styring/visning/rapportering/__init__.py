"""The forms: the workbook, and what is missing or would change, as pages."""
