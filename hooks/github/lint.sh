#!/usr/bin/env bash
# Annotations for GitHub: paths in them count from the repository, streamt's from the project.
set -uo pipefail
streamt="${STREAMT:-${RUNNER_TEMP:-}/streamt/bin/streamt}"
output=$("$streamt" lint --project-dir "$PROJECT_DIR" --format github)
code=$?
folder="${PROJECT_DIR#./}"
folder="${folder%/}"
if [ "$folder" != "." ] && [ -n "$folder" ]; then
  output=$(printf '%s\n' "$output" | sed "s#,file=#,file=${folder//#/\\#}/#")
fi
[ -z "$output" ] || printf '%s\n' "$output"
exit "$code"
