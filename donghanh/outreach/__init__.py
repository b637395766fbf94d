"""Outreach: what leaves the centre: leaflets, boards, signs and films, and where they hang."""
