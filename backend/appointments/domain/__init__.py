"""Rules of appointments: pure, standard library only. Times are Europe/Berlin wall clock."""
