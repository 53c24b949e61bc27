"""Reads and writes the tables of the staff service; never commits."""
