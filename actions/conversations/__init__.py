"""What concerns the conversation itself."""
