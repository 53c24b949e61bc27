"""Ports of one service on top of another; services themselves do not know one another."""
