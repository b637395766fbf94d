"""What screens of several audiences share: parts of pages and what fills them."""
