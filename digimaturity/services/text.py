"""Text of the user's on its way into the workspace."""


def storable(text: str) -> str:
    """The text as it was meant, only without halves of characters, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
