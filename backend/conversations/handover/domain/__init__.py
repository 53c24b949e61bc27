"""What a handover is; standard library only."""
