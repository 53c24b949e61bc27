"""Who somebody is: proved by a code that was sent to the stored contact."""
