"""Signing in, passwords, and messages to the office."""
