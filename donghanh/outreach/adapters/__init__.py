"""Programs that put films together: one file each. None is needed: without one, no films."""
