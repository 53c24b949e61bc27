"""Reads and writes the tables of the appointments service; never commits."""
