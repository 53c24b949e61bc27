"""How well messages are understood: figures and plots over a labelled file."""
