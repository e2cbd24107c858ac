"""Contributions and peer packs."""
