"""Channels: the ways people reach the assistant."""
