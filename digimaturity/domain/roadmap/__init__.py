"""What is planned, what already runs, who carries it, and what comes of it (model, section 5)."""
