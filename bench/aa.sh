#!/usr/bin/env bash
# aa.sh AGENT_JAR SESSIONS COMMAND
#
# Benchmarks a command against itself again and again, under a load that changes between 0 and 2 times the processors, and
# counts how often a difference is shown where none is (docs/benchmark.md, decision 151). Prints a line of tab-separated values
# for each session, and in the end on stderr how many were wrong. The exit code is 1 when there were more than 1 of 100. The
# load is endless loops of bash, which this script ends again.
#
#   aa.sh perf-agent.jar 20 'git --version'
#
# TIME=20s is another time a session than 10s, MOST=N another most load than 2 times the processors, SEED=N another sequence of
# loads. Needs bash, jq and nproc.
set -euo pipefail
[ $# -eq 3 ] || { sed -n '2,13p' "$0" >&2; exit 2; }
jar=$(realpath "$1") sessions=$2 command=$3
RANDOM=${SEED:-1} most=${MOST:-2} time=${TIME:-10s}
cores=$(nproc)
home=$(mktemp -d)
load=()

end_load() {
  for loop in "${load[@]}"; do
    kill "$loop" 2>/dev/null || true
    wait "$loop" 2>/dev/null || true
  done
  load=()
}
trap 'end_load; rm -rf "$home"' EXIT
trap 'exit 130' INT TERM

wrong=0 outside=0
printf 'session\tloops\tpairs\tratio\tlow\thigh\tverdict\n'
for ((i = 1; i <= sessions; i++)); do
  end_load
  loops=$((RANDOM % (most * cores + 1)))
  for ((j = 0; j < loops; j++)); do
    (while :; do :; done) &
    load+=($!)
  done
  code=0
  java -jar "$jar" benchmark --home "$home" --check-noise --no-agent --max-time "$time" --format json \
    --command "$command" >"$home/result.json" || code=$?
  [ "$code" -le 1 ] || exit "$code"
  line=$(jq -r --arg i "$i" --arg loops "$loops" '.benchmark_results
    | [$i, $loops, .command_results[0].iterations, (.comparisons[0] | .ratio, .ratio_low, .ratio_high, .verdict)] | @tsv' \
    "$home/result.json")
  printf '%s\n' "$line"
  [[ $line == *no_difference_shown ]] || wrong=$((wrong + 1))
  jq -e '.benchmark_results.comparisons[0] | .ratio_low <= 1 and .ratio_high >= 1' "$home/result.json" >/dev/null ||
    outside=$((outside + 1))
done
echo "$wrong of $sessions sessions showed a difference where none is; the interval missed 1 in $outside" >&2
[ $((wrong * 100)) -le "$sessions" ]
