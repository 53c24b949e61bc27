"""Adapting the sentence model to the city's messages: ``make encoder``, by hand."""
