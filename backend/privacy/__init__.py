"""Privacy: what a person has erased is gone from every store that the backend has."""
