"""Words everything that is written: from an evaluation to frozen models in one language."""
