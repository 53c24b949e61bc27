"""Messages to measure intent recognition with, kept apart from the training examples."""
