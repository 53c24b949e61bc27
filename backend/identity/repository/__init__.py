"""Reads and writes the tables of the identity service; never commits."""
