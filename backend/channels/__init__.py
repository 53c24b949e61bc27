"""Channels that live elsewhere: their chats, and the updates taken from them, each once."""
