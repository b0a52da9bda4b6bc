"""A project as written: one strict pydantic model per entity. Unknown keys are errors; descriptions feed the JSON Schema."""
