"""Whole conversations through the real engine."""
