"""What users and callers rely on."""
