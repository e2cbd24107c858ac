"""The roadmap of what is open as an order: what is written of it, in which words, from whom."""

from __future__ import annotations

from dataclasses import replace

from digimaturity import paths
from digimaturity.services.report_options import get_options
from digimaturity.services.reports import Order
from digimaturity.services.sender import signed
from digimaturity.ui.parts import Parts


def roadmap_order(parts: Parts) -> Order | None:
    """As it stands now, under other names where these are shown; None without an assessment."""
    session, shell = parts.session, parts.shell
    evaluation = session.evaluation
    if evaluation is None or session.workspace is None:
        return None
    options = get_options(session.workspace, session.assessment_id)
    options = signed(options, shell.settings, paths.config_dir())
    if session.aliases is not None:
        options = session.aliases.options(options, own=not session.mentoring)
    context = replace(session.report_context(sample=shell.settings.sample), options=options)
    return Order(evaluation, context, parts.t)
