"""The roadmap for programs that manage projects: Microsoft's Project XML (MSPDI, of 2007).

MS Project reads it, and so do ProjectLibre and others. Its schema is a sequence: elements stand in
its order, or MS Project refuses the file; a test has that order.
"""

from __future__ import annotations

from digimaturity.report.project.counting import expected, found
from digimaturity.report.project.writing import project_bytes

__all__ = ["expected", "found", "project_bytes"]
