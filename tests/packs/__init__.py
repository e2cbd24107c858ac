"""Packs: what is asked, from files."""
