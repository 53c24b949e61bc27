"""What every service stands on: settings, clock, ids, errors, database, scheduler."""
