"""Graph components that tell what a message means."""
