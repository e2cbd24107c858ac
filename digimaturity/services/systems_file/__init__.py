"""Lists of applications as tables: read as people have them, compared, written."""
