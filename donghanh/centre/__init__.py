"""Centre: the tenant. The commune, its plan, counters, devices and hours."""
