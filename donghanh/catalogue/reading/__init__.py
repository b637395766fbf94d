"""From content files to records. Pure: parsed values in, records and named faults out."""
