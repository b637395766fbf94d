"""Accounts: staff, roles and sign-in. A citizen never has an account here."""
