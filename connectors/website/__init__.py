"""Website chat: one JSON endpoint, one WebSocket and the widget."""
