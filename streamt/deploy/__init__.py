"""From a manifest to running systems.

variables   what the placeholders stand for: process environment, .env, .streamt/local.env
systems     the clusters a manifest names, connected when they are needed
desired     the manifest's artifacts with placeholders filled in, and what has no backend
journal     the deployments topic: who is at work, what was begun, what is ours
observed    what exists of what is desired
plan        desired + observed + journal -> changes, in order, or refusals
apply       the changes made, each with its intent written first
status      declared against live
destroy     what this project created, taken away
formats     plans and statuses as text and JSON
"""
