"""What the appointments service does; runs inside the caller's transaction."""
