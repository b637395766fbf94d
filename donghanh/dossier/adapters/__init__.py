"""Where the dossier room meets files of other programs."""
