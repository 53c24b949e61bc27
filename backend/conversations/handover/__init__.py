"""Handover: from the bot to staff and back, with everything in between."""
