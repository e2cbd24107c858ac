"""The report as data: every word chosen, every number formatted, nothing drawn yet."""
