"""Made-up days of a hall, run under the real rules, so that fairness is measured and not felt."""
