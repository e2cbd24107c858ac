"""The slides for the management meeting."""
