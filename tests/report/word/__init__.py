"""Tests of the report as a Word document."""
