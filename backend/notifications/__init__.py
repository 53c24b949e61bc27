"""Notifications: an outbox for what people are told outside a dialogue."""
