"""Documents: slips, receipts, QR codes and drawings; what leaves the centre on paper."""
