"""The command line: the same services as the window, for headless use and other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.commands.telling import tell

if TYPE_CHECKING:
    from digimaturity.commands.parser import Run
    from digimaturity.i18n import Translator


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; without a command, open the application."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except BrokenPipeError:
        # Whoever reads our output has read enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, Exception) as error:
        if "--debug" in arguments:
            raise
        return tell(error, _translator(arguments))


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        # The window is painted before anything of the command line is loaded.
        from digimaturity.commands.application import open_application

        return open_application()
    from digimaturity.commands.line import parse

    t = _translator(arguments)
    options = parse(arguments, t)
    run: Run = options.run
    return run(options, t) or 0


def _translator(arguments: Sequence[str]) -> Translator:
    """The language asked for by ``--lang``, else the application's, the system's, English."""
    from digimaturity.i18n import Translator
    from digimaturity.settings import load_settings

    asked = next((lang for lang in _asked(arguments) if lang), "")
    chosen = asked or load_settings(paths.config_dir()).language
    system = (os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = chosen or next((value for value in system if value), "")[:2].lower()
    return Translator.load(language, paths.resources_dir() / "locale")


def _asked(arguments: Sequence[str]) -> Sequence[str]:
    """What stands behind ``--lang``, wherever it is."""
    after = zip(arguments, [*arguments, ""][1:], strict=True)
    return [
        argument.partition("=")[2] if "=" in argument else following
        for argument, following in after
        if argument.partition("=")[0] == "--lang"
    ]
