"""Forms for people without the application: made, filled, read, taken in."""
