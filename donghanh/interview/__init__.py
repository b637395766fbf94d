"""The interview: official forms filled question by question, for a print on paper."""
