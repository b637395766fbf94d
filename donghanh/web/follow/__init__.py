"""Following one's place from afar: by the QR on the slip, for the day, numbers only."""
