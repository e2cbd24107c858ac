"""The commands: one file for each group, which defines what can be said and does it."""
