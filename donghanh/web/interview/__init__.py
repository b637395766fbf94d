"""A form filled together: one large question, an officer or volunteer and the citizen before it."""
