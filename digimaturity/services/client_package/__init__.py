"""One company's whole history as one file to hand over: written, looked at, taken in."""
