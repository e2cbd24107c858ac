"""digimaturity: digital-maturity assessment for small and mid-sized firms, offline."""

__version__ = "0.1.0"
