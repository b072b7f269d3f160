"""Words from data: sentences, tables, notes and descriptions in Markdown, each built from table cells."""
