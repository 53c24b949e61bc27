"""How long a search for free slots takes while the offices fill up."""
