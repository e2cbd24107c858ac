"""What an application is for, known by the words that people use for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digimaturity import paths
from digimaturity.domain.roadmap.uses import USES
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.report.use_words import use_names
from digimaturity.services.text import spelled

#: Words for uses besides their names, in English and German.
_WORDS: Mapping[str, str] = {
    "crm": "crm|customer management|kundenverwaltung|kundenbeziehungen|vertrieb|sales",
    "quoting": "quotes|quoting|cpq|configurator|angebote|angebotserstellung|konfigurator"
    "|kalkulation",
    "web_shop": "shop|webshop|web shop|online shop|onlineshop|e commerce|kundenportal|portal",
    "marketing": "marketing|website|webseite|homepage|newsletter|cms|social media",
    "erp": "erp|warenwirtschaft|wawi|inventory|order processing|auftragsabwicklung"
    "|auftragsbearbeitung",
    "purchasing": "purchasing|procurement|einkauf|beschaffung",
    "production_planning": "pps|aps|production planning|produktionsplanung|fertigungsplanung"
    "|feinplanung",
    "machine_data": "mes|bde|mde|machine data|maschinendaten|betriebsdatenerfassung",
    "warehouse": "wms|warehouse|lager|lagerverwaltung|logistik|logistics|versand|shipping",
    "cad_plm": "cad|plm|pdm|cam|konstruktion|design|engineering",
    "quality": "qms|caq|quality|qualität|qualitätsmanagement|qualitätssicherung",
    "maintenance": "maintenance|instandhaltung|wartung|field service|service technik"
    "|außendienst|ersatzteile",
    "project_management": "project management|projektmanagement|projekte|projects|aufgaben|tasks",
    "accounting": "accounting|bookkeeping|finance|buchhaltung|finanzbuchhaltung|fibu|buchführung"
    "|rechnungswesen|finanzen",
    "payments": "payments|banking|bank|zahlungsverkehr|zahlungen|kasse|pos",
    "controlling": "controlling|budgeting|planung|budgetplanung|finanzplanung",
    "payroll": "payroll|lohn|gehalt|lohnabrechnung|lohnbuchhaltung|gehaltsabrechnung|entgelt",
    "time_recording": "time recording|time tracking|time sheet|timesheets|zeiterfassung"
    "|zeitwirtschaft|arbeitszeit",
    "hr": "hr|human resources|recruiting|personal|personalverwaltung|personalakte|bewerbungen"
    "|bewerbermanagement",
    "learning": "learning|lms|training|e learning|schulung|schulungen|weiterbildung",
    "document_management": "dms|ecm|archive|document management|dokumentenmanagement|archiv"
    "|archivierung|dokumente|documents",
    "collaboration": "collaboration|chat|meetings|video|teamwork|zusammenarbeit|intranet|wiki"
    "|office|dateiablage|file sharing",
    "e_mail": "e mail|email|mail|calendar|kalender|groupware",
    "bi": "bi|business intelligence|analytics|reporting|berichte|auswertung|auswertungen"
    "|datenanalyse",
    "service_desk": "service desk|helpdesk|help desk|tickets|ticketsystem|itsm",
    "backup_security": "backup|security|antivirus|firewall|datensicherung|sicherheit"
    "|it sicherheit|virenschutz",
    "identity": "identity|iam|sso|active directory|benutzerverwaltung|berechtigungen"
    "|benutzerkonten",
    "infrastructure": "infrastructure|server|servers|hosting|network|infrastruktur|netzwerk"
    "|virtualisierung|storage",
    "other": "other|others|misc|sonstiges|andere|anderes",
}


def use_named(text: str) -> str:
    """The key of the use that is meant; empty where no word says it, or words say several."""
    known, plain = _known(), _plain(text)
    if plain in known:
        return known[plain]
    found = {known[word] for word in plain.split() if word in known}
    return found.pop() if len(found) == 1 else ""


@cache
def _known() -> Mapping[str, str]:
    """Keys by every word for them; names in all languages of the program."""
    found = {word: key for key, words in _WORDS.items() for word in words.split("|")}
    for language in LANGUAGES:
        t = Translator.load(language, paths.resources_dir() / "locale")
        found |= {_plain(name): key for key, name in use_names(t).items()}
    return found | {_plain(key): key for key in USES}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", spelled(text)))
