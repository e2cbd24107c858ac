"""The groups that a firm can be compared with, in words to choose from."""

from __future__ import annotations

from digimaturity.domain.company import Company
from digimaturity.domain.population import PeerChoice, peer_groups, sample_groups
from digimaturity.i18n import Translator
from digimaturity.report.peers import country_name

_ORDER = (
    PeerChoice(country=True, sector=False, size=True),
    PeerChoice(country=True, sector=True, size=False),
    PeerChoice(country=True, sector=False, size=False),
    PeerChoice(country=False, sector=True, size=True),
    PeerChoice(country=False, sector=False, size=True),
    PeerChoice(country=False, sector=True, size=False),
    PeerChoice(country=False, sector=False, size=False),
)


def choices_for(
    company: Company, chosen: PeerChoice | None, t: Translator
) -> list[tuple[PeerChoice | None, str]]:
    """What this firm can be compared with: first whoever fits best, then wider and wider groups.

    Only what is known of the firm is offered; what is `chosen` is there in any case.
    """
    found: list[tuple[PeerChoice | None, str]] = [(None, t("Automatic: firms that are most alike"))]
    seen = set()
    for choice in _ORDER:
        groups = peer_groups(company, choice)[0], sample_groups(company, choice)[0]
        if choice == chosen or (_known(company, choice) and groups not in seen):
            found.append((choice, _words(company, choice, t)))
        seen.add(groups)
    if chosen is not None and all(choice != chosen for choice, _ in found):
        found.append((chosen, _words(company, chosen, t)))
    return found


def _known(company: Company, choice: PeerChoice) -> bool:
    return not (
        (choice.country and not company.country)
        or (choice.sector and not company.section)
        or (choice.size and company.size_class is None)
    )


def _words(company: Company, choice: PeerChoice, t: Translator) -> str:
    shared = {
        (True, True): t("your sector and size"),
        (True, False): t("your sector"),
        (False, True): t("your size"),
        (False, False): t("all firms"),
    }[choice.sector, choice.size]
    if not choice.country:
        return t("All countries: {firms}", firms=shared)
    country = country_name(t.language, company.country) if company.country else t("Your country")
    return t("{country}: {firms}", country=country, firms=shared)
