"""Reads the files in which an operator writes services, offices and closures."""
