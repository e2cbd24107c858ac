"""The firm among other clients, or among the firms of a peer pack: percentiles and quartiles."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.charts.data import PeerRow, PeerRows
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.population import Basis
from digimaturity.domain.provenance import Origin, Provenance
from digimaturity.domain.sample import LEAST, NoPercentile, PeerSample, Standing
from digimaturity.i18n import Translator
from digimaturity.report.model.comparison import PeersPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import peer_group
from digimaturity.report.provenance_words import card, provenance_line
from digimaturity.report.wording import Wording


def peer_parts(w: Wording) -> tuple[PeersPart, ...]:
    """One part for each group of at least five; fewer are never shown."""
    benchmark = w.evaluation.benchmark
    samples = benchmark.samples if benchmark else ()
    return tuple(_part(w, sample) for sample in samples if sample.missing is None)


def too_few(evaluation: Evaluation, t: Translator) -> str:
    """That there are clients, but not yet enough of them; else nothing."""
    benchmark = evaluation.benchmark
    for sample in benchmark.samples if benchmark else ():
        n = sample.provenance.n or 0
        if sample.missing is NoPercentile.TOO_FEW and n:
            return t.plural(
                "One other client has an assessment signed off; from {least} on they are compared.",
                "{n} other clients have an assessment signed off; from {least} on they are"
                " compared.",
                n,
                least=LEAST,
            )
    return ""


def _part(w: Wording, sample: PeerSample) -> PeersPart:
    t = w.t
    rows = PeerRows(
        tuple(_rows(w, sample)),
        (
            t("0 to 100; band: middle half, line: median"),
            t("Points"),
            t("Percentile"),
            t("n"),
        ),
    )
    found = _named(w, sample.provenance)
    notes = [Labelled(t("Source"), provenance_line(t, found))]
    if not sample.provenance.context:
        notes.append(Labelled(t("Percentile"), _explained(w, sample)))
    context = sample.provenance.context
    about = " ".join(part for part in (_why_these(w, sample), *_said_besides(w, sample)) if part)
    return PeersPart(
        t("Context") if context else t("Peers"),
        _statement(w, sample),
        about,
        rows,
        _words(w, rows),
        tuple(notes),
        card(
            t,
            t("Scores of other firms") if context else t("Scores of the peers"),
            found,
            w.context.day.year,
        ),
    )


def _named(w: Wording, found: Provenance) -> Provenance:
    """The firm's own questionnaire is called by its name; of others only the id is known."""
    own = w.evaluation.questionnaire
    if found.questionnaire != own.id:
        return found
    return replace(found, questionnaire=w.text(own.name))


def _explained(w: Wording, sample: PeerSample) -> str:
    t = w.t
    if sample.overall.between is not None:
        return t(
            "The share of the peers with fewer points, those with as many counted half. So that no "
            "firm can be told apart, only some of the peers’ values are published, and the place "
            "is told as a range."
        )
    return t(
        "The share of the peers with fewer points, those with as many counted half. The firm "
        "itself is not among them; no value is told from fewer than {least} firms.",
        least=LEAST,
    )


def _why_these(w: Wording, sample: PeerSample) -> str:
    """Why it is this group, where it is not the firm's own country, sector and size."""
    t, benchmark = w.t, w.evaluation.benchmark
    chosen = benchmark is not None and benchmark.choice is not None
    if sample.basis is Basis.CHOSEN:
        return t("This is the group that was chosen.")
    if sample.basis is not Basis.FALLBACK:
        return ""
    if sample.provenance.origin is Origin.PEER_PACK:
        if chosen:
            return t(
                "Of the group that was chosen nothing is published here; this is the next wider "
                "one that has figures."
            )
        return t(
            "Of exactly this country, sector and size nothing is published here; this is the most "
            "specific group that has figures."
        )
    if chosen:
        return t(
            "In the group that was chosen there are fewer than {least} other firms; this is the "
            "next wider one that has enough.",
            least=LEAST,
        )
    return t(
        "Of exactly this country, sector and size there are fewer than {least} other firms; this "
        "is the most specific group that has enough.",
        least=LEAST,
    )


def _said_besides(w: Wording, sample: PeerSample) -> list[str]:
    """What else there is to know: an own score that is not rated, old assessments, the index."""
    t, said = w.t, []
    if sample.overall.missing is NoPercentile.NOT_RATED:
        said.append(t("The firm’s overall score is not rated, so it has no place yet."))
    if sample.old:
        said.append(t("Some of these assessments are more than five years old."))
    index = sample.index
    if index is not None and index.quartiles is not None and not sample.provenance.context:
        said.append(
            t(
                "Half of them use {median} digital technologies or fewer.",
                median=t.number(index.quartiles.median, _decimals(index.quartiles.median)),
            )
        )
    return said


def _decimals(value: float) -> int:
    return 0 if value.is_integer() else 1


def _statement(w: Wording, sample: PeerSample) -> str:
    t, overall = w.t, sample.overall
    group = peer_group(t, sample.provenance.population)
    if sample.provenance.context:
        return t("Firms that were measured by another yardstick ({group})", group=group)
    if overall.between is not None:
        return t(
            "On the whole between percentile {low} and {high} of {n} peers ({group})",
            low=t.number(overall.between.at_least),
            high=t.number(overall.between.at_most),
            n=overall.n,
            group=group,
        )
    if overall.percentile is None:
        return t("{n} peers ({group})", n=sample.provenance.n, group=group)
    return t(
        "On the whole at percentile {place} of {n} peers ({group})",
        place=t.number(overall.percentile),
        n=overall.n,
        group=group,
    )


def _rows(w: Wording, sample: PeerSample) -> list[PeerRow]:
    rows = [_row(w, w.t("Overall score"), sample.overall, strong=True)]
    for place, dimension in enumerate(w.evaluation.questionnaire.dimensions):
        hue = (dimension.id, place)
        name = w.text(dimension.name)
        rows.append(_row(w, name, sample.dimensions[dimension.id], hue, strong=True))
        rows += [_row(w, w.text(area.name), sample.areas[area.id], hue) for area in dimension.areas]
    return rows


def _row(
    w: Wording,
    name: str,
    found: Standing,
    hue: tuple[str, int] | None = None,
    *,
    strong: bool = False,
) -> PeerRow:
    t, quartiles = w.t, found.quartiles
    few = t.plural("one peer", "{n} peers, too few", found.n) if found.n else t("no peers")
    return PeerRow(
        name,
        "–" if found.own is None else w.points(found.own),
        found.own,
        quartiles.lower if quartiles else None,
        quartiles.median if quartiles else None,
        quartiles.upper if quartiles else None,
        found.percentile,
        (found.between.at_least, found.between.at_most) if found.between else None,
        _place(w, found),
        str(found.n) if quartiles else "",
        "" if quartiles else few,
        strong=strong,
        hue=hue,
    )


def _place(w: Wording, found: Standing) -> str:
    """The percentile, or its bounds."""
    t = w.t
    if found.between is not None:
        return f"{t.number(found.between.at_least)}–{t.number(found.between.at_most)}"
    return "" if found.percentile is None else t.number(found.percentile)


def _words(w: Wording, rows: PeerRows) -> str:
    """The figure for those who cannot see it."""
    t = w.t
    told = []
    for row in rows.rows:
        if row.median is None or row.lower is None or row.upper is None:
            told.append(
                t("{name}: {points}, {note}", name=row.name, points=row.label, note=row.note)
            )
            continue
        told.append(
            t(
                "{name}: {points}, peers {lower} to {upper}, median {median}",
                name=row.name,
                points=row.label,
                lower=w.points(row.lower),
                upper=w.points(row.upper),
                median=w.points(row.median),
            )
        )
        if row.place:
            told[-1] = t("{row}, percentile {place}", row=told[-1], place=row.place)
    return t("Scores among those of the peers. {rows}.", rows="; ".join(told))
