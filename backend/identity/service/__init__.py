"""What the identity service does; runs inside the caller's transaction."""
