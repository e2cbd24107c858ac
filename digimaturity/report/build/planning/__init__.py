"""The chapters of what is planned: projects and applications, and the roadmap."""
