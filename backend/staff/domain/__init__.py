"""Rules about staff; standard library only."""
