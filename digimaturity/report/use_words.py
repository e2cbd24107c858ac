"""What applications are for, in words: uses, fields of business, how data are exchanged."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.roadmap.items import Exchange
from digimaturity.domain.roadmap.uses import Field
from digimaturity.i18n import Translate


def use_names(t: Translate) -> Mapping[str, str]:
    """The name of each use, by its key, in the order in which one chooses."""
    return {
        "crm": t("Customer relations (CRM)"),
        "quoting": t("Quotes and configurator"),
        "web_shop": t("Web shop and customer portal"),
        "marketing": t("Marketing and website"),
        "erp": t("ERP, inventory and orders"),
        "purchasing": t("Purchasing"),
        "production_planning": t("Production planning"),
        "machine_data": t("Machine and production data (MES)"),
        "warehouse": t("Warehouse and shipping"),
        "cad_plm": t("Design and product data (CAD, PLM)"),
        "quality": t("Quality management"),
        "maintenance": t("Maintenance and field service"),
        "project_management": t("Project management"),
        "accounting": t("Accounting"),
        "payments": t("Payments and banking"),
        "controlling": t("Controlling and planning"),
        "payroll": t("Payroll"),
        "time_recording": t("Time recording"),
        "hr": t("Personnel files and recruiting"),
        "learning": t("Training and learning"),
        "document_management": t("Document management"),
        "collaboration": t("Chat, meetings, shared files"),
        "e_mail": t("E-mail and calendar"),
        "bi": t("Reports and data analysis (BI)"),
        "service_desk": t("IT service desk"),
        "backup_security": t("Backup and security"),
        "identity": t("User accounts and access"),
        "infrastructure": t("Servers, network, hosting"),
        "other": t("Something else"),
    }


def use_name(key: str, t: Translate) -> str:
    """The name of a use; empty where nobody told it."""
    return use_names(t).get(key, "")


def field_names(t: Translate) -> Mapping[str, str]:
    """The name of each field of business, by its key."""
    return {
        Field.SALES: t("Sales and customers"),
        Field.OPERATIONS: t("Operations"),
        Field.FINANCE: t("Finance"),
        Field.PEOPLE: t("Personnel"),
        Field.INFORMATION: t("Information and teamwork"),
        Field.IT: t("IT operations"),
        Field.OTHER: t("Other and not told"),
    }


def exchange_names(t: Translate) -> Mapping[Exchange, str]:
    """How data get from one application into another."""
    return {
        Exchange.AUTOMATIC: t("automatic"),
        Exchange.FILE: t("by file"),
        Exchange.BY_HAND: t("by hand"),
    }
