"""Client packages: handed over, looked at, taken in, and what is refused."""
