"""Enquiry (hỏi đáp): from everyday words to the right procedure and a true answer."""
