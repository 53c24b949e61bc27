"""The staff console: an inbox, conversations, appointments, figures and users."""
