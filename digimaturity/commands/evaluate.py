"""``evaluate``: the evaluation as JSON, for other programs."""

from __future__ import annotations

import argparse

from digimaturity.commands.parser import Commands, answers_or_workspace
from digimaturity.commands.places import workspace_with_work
from digimaturity.domain.population import PeerChoice
from digimaturity.i18n import Translator


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    below = commands.add("evaluate", t("evaluate a file of answers; the result is JSON"), _evaluate)
    answers_or_workspace(
        below, t("answers to evaluate; otherwise the newest assessment of the workspace"), t
    )
    below.add_argument(
        "--peers",
        type=lambda words: _peer_choice(words, t),
        default=None,
        metavar="country,sector,size",
        help=t("what the peers share with the company; “all” for every firm"),
    )


def _peer_choice(words: str, t: Translator) -> PeerChoice:
    try:
        return PeerChoice.of(() if words == "all" else words.split(","))
    except ValueError:
        message = t("not any of country, sector and size, nor “all”: {words}", words=words)
        raise argparse.ArgumentTypeError(message) from None


def _evaluate(options: argparse.Namespace, _t: Translator) -> None:
    from digimaturity.services.answers_file import evaluation_to_json, read_answers
    from digimaturity.services.evaluation_file import written
    from digimaturity.services.results import newest_to_json
    from digimaturity.services.workspace import open_workspace

    if options.answers:
        document = evaluation_to_json(read_answers(options.answers), options.peers)
    else:
        with open_workspace(workspace_with_work(options.workspace), read_only=True) as workspace:
            document = newest_to_json(workspace, options.peers)
    print(written(document).decode(), end="")
