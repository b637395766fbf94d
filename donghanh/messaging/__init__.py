"""Messaging: what is said to people who agreed to it, on the channel they can use, once."""
