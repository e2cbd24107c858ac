"""Tests of the application as its users meet it."""
