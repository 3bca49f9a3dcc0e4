"""The commands, inside the environment: one file each."""
