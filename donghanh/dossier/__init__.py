"""Dossier: papers handed in, return slips and receipts, due dates, results."""
