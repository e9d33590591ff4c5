"""Leads as files. `columns` says what is in them, `files` and `workbooks` write them, `download` hands them out."""

CSV, XLSX = "csv", "xlsx"
FORMATS = (CSV, XLSX)
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
