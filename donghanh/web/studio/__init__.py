"""The studio: someone of the commune records the voice that calls, prompt by prompt."""
