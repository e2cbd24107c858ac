"""The planning problem solved (model, section 5), and why something does not fit."""

from digimaturity.planning.finding import find_plan
from digimaturity.planning.freeing import fitting_without
from digimaturity.planning.reasons import explained

__all__ = ["explained", "find_plan", "fitting_without"]
