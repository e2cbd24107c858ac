"""Who sends reports: name, firm and colour from the settings, and a logo kept beside them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.files import write_whole
from digimaturity.report.wording import ReportOptions
from digimaturity.settings import Settings

_LOGO = "logo"

#: Larger files are no logos, and would make every report as large (bytes).
LARGEST_LOGO = 5_000_000


def signed(options: ReportOptions, settings: Settings, folder: Path) -> ReportOptions:
    """The options with whoever sends the report; the logo is the one kept in `folder`."""
    return replace(
        options,
        mentor=settings.mentor,
        organisation=settings.organisation,
        colour=settings.colour,
        logo=kept_logo(folder),
    )


def kept_logo(folder: Path) -> bytes:
    """The logo kept in `folder`; empty where there is none, or none that can be read."""
    try:
        return (folder / _LOGO).read_bytes()
    except OSError:
        return b""


def keep_logo(source: Path, folder: Path) -> None:
    """Keep a copy of a picture as the logo, so that the original may move.

    Raises:
        UserError: ``logo.too_large``, ``logo.unreadable`` (no PNG or JPEG, or a damaged one), and
            those of reading `source` and writing; the logo from before stays then.
    """
    write_whole(folder / _LOGO, read_logo(source))


def read_logo(source: Path) -> bytes:
    """A file that can be a logo; errors as in `keep_logo`."""
    from digimaturity.report.logo import fit_logo

    try:
        if source.stat().st_size > LARGEST_LOGO:
            raise UserError("logo.too_large", path=source)
        content = source.read_bytes()
    except OSError as error:
        raise UserError("logo.unreadable", path=source) from error
    if fit_logo(content, "") is None:
        raise UserError("logo.unreadable", path=source)
    return content


def forget_logo(folder: Path) -> None:
    """Reports have no logo from now on."""
    with suppress(OSError):
        (folder / _LOGO).unlink(missing_ok=True)
