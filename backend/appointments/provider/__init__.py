"""Whose appointments these are: the embedded engine's or those of a city's own system."""
