"""What every channel shares: the turn, who answers it, and the record of it."""
