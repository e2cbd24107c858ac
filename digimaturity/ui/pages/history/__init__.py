"""The history: what changed from year to year, what was planned and done, and what was signed."""
