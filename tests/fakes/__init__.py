"""Working stand-ins for what lies behind the ports, written by hand."""
