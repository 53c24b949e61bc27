"""E-mail: how a letter becomes a message, and how that leaves."""
