"""Stock Rasa beside the front door, measured in one run: ``make bench``."""
