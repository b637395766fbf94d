"""Reads content/forms: the file into records, with every fault named by line and remedy."""
