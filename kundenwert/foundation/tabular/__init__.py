"""Tables in files: CSV and XLSX of unknown shape in, CSV, XLSX and JSONL out.

Knows rows and cells only, no business word and no database.  The way in:
`shape.inspect_file` -> `source.open_table` -> `profile.ColumnProfile` -> `formats.parse_*`.
The way out: `write.write_csv`, `write.write_xlsx`, `write.write_jsonl`.
"""
