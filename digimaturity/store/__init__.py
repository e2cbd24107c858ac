"""The workspace: one SQLite file that holds companies, assessments and every answer ever given."""
