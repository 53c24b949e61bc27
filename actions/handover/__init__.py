"""Handing over to staff."""
