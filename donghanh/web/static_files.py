"""Static files under fingerprinted names, which browsers may keep for a year."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A file not collected yet keeps its plain name: a page without style is still a page."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the fingerprinted name, or the plain one where nothing was collected."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
