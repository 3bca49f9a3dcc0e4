"""The one way in which a command gives up."""


class Problem(Exception):
    """Work cannot go on, and each of `lines` tells the user one reason and, where it helps, what to do."""

    def __init__(self, *lines: str) -> None:
        """Keep the lines in their order, each once."""
        self.lines = list(dict.fromkeys(lines))
        super().__init__("\n".join(self.lines))
