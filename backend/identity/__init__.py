"""Identity: a code sent to a stored contact proves a person before bookings are told."""
