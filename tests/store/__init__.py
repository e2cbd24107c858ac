"""Tests of the workspace file: real SQLite, real processes, real full disks."""
