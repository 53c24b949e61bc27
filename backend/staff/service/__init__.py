"""What the staff service does; runs inside the caller's transaction."""
