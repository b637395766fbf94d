"""Queue: tickets, calls, who is next, the board."""
