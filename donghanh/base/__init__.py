"""Base: clock, working days, Vietnamese text, ids, money, sealed fields and the Actor protocol."""
