"""Plans, and why something is not in them."""
