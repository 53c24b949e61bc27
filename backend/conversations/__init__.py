"""Conversations: every message stored before it is processed, once."""
