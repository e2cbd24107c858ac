"""Planning problems read from files, and plans written to them."""

from digimaturity.services.plan_file.reading import PlanFile, parse_problem, read_problem
from digimaturity.services.plan_file.writing import plan_document, written

__all__ = ["PlanFile", "parse_problem", "plan_document", "read_problem", "written"]
