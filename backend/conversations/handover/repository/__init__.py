"""Reads and writes the tables of the handover; never commits."""
