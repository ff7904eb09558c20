"""Reports: the comparison as text, Markdown, HTML or JSON."""
