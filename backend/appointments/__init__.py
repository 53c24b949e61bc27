"""Appointments at the city's offices: search, hold, confirm, look up, cancel."""
