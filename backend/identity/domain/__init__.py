"""What a challenge, a contact and a limit are; standard library and phone numbers only."""
