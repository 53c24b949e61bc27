"""Composition: settings, processes and the command line."""
