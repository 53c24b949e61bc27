"""Staff: who works at the console, how they prove it, and what they saw and did."""
