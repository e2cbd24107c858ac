"""The files of Eurostat's, read and refused."""
