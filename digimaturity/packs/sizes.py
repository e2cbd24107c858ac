"""How packs call the size classes for which measures are planned."""

from digimaturity.domain.company import SizeClass

SIZES = {"10-49": SizeClass.SMALL, "50-249": SizeClass.MEDIUM, "250+": SizeClass.LARGE}
