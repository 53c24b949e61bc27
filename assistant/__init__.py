"""The Rasa engine's own parts: the way in, understanding and deciding what comes next."""
