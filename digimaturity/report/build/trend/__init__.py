"""What changed since earlier assessments, as the report tells it."""
