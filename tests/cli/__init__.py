"""Tests of the command line as other programs use it."""
