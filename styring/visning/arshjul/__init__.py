"""The wheel and the deadlines, as pages."""
