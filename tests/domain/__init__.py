"""Tests of the model: its examples and its laws."""
