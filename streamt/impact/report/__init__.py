"""An impact report as Markdown for one pull-request comment, text for a terminal, JSON, or GitHub annotations."""
