"""Ticket printers: one file each. The default writes to the log and needs nothing."""
