"""The widgets of the reading screen. Each draws single lines; none knows how to compare."""
