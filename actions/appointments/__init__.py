"""Appointments at the citizen offices: book, check, cancel, and what one has to know."""
