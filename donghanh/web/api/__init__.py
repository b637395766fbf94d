"""The API for other programs: read only, public, without cookies, every answer in JSON."""
