"""What can be done with a handover; runs inside the caller's transaction."""
