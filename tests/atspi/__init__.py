"""The program as a screen reader meets it: through the accessibility bus of the system."""
