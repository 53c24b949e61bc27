"""The outbox: putting notices in, and sending what is due."""
