"""Many open sockets on one front door."""
