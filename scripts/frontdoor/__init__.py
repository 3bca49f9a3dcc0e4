"""What stands before the environment: the command line and the making of `.venv`. Standard library only."""
