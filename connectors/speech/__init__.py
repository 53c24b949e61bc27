"""Speech: what is said, as text."""
