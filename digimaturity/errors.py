"""The one kind of error that a user can mend; everything else is a fault of ours."""

from __future__ import annotations


class UserError(Exception):
    """Something the user, or the user's machine, can put right.

    `code` is a stable key such as ``workspace.newer``; `details` are the facts the sentence needs.
    The sentence itself is made by :mod:`digimaturity.services.messages`, in the user's language, so
    that no text is fixed where the error happens.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        facts = ", ".join(f"{key}={value}" for key, value in self.details.items())
        return f"{self.code} ({facts})" if facts else self.code
