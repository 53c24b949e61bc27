"""Policies that tell what comes next."""
