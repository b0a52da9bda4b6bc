#!/usr/bin/env bash
# The impact report of a pull request, on the job's summary page.
set -uo pipefail
streamt="${STREAMT:-${RUNNER_TEMP:-}/streamt/bin/streamt}"
if ! git rev-parse --quiet --verify "$BASE^{commit}" >/dev/null; then
  git fetch --quiet --depth=200 origin "${BASE#origin/}:refs/remotes/$BASE" || true
fi
arguments=(impact --project-dir "$PROJECT_DIR" --base "$BASE" --format markdown --fail-on "${FAIL_ON:-none}")
[ -z "${ENVIRONMENT:-}" ] || arguments+=(--env "$ENVIRONMENT")
report=$("$streamt" "${arguments[@]}")
code=$?
printf '%s\n' "${report:-No change that matters to a reader of this project.}" >> "$GITHUB_STEP_SUMMARY"
exit "$code"
