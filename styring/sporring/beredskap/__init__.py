"""Preparedness: plans, exercises, incidents, and what they showed to be lacking."""
