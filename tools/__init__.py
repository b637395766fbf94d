"""Tools that keep the house in order; no part of the product."""
