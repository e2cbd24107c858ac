"""The desktop application's windows, pages and widgets: the only part that names Qt."""
