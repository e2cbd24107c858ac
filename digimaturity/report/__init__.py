"""The report: an Evaluation worded as a ReportModel, and the model drawn as a PDF."""
