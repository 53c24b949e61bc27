"""Tasks: what is asked, in which order, and what happens in the end. Declared, not programmed."""
