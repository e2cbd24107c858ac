"""The shipped questionnaires, their texts and figures keep what they promise their readers."""
