"""Demo: two centres with plainly made-up staff, to try the product on one's own machine."""
