"""The sentence model: multilingual-e5-small, adapted to what people ask a city."""
