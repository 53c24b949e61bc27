"""A double of Telegram's Bot API (version 9) on loopback, and people who use it."""
