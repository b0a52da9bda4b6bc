"""One module per kind of page; each yields `Page` values from the catalog."""
