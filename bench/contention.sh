#!/usr/bin/env bash
# contention.sh AGENT_JAR HOME RUNS CHANGED_RUNS UNCHANGED_COMMAND CHANGED_COMMAND
#
# Repeats the measurement behind docs/verdicts.md, "On a busy machine": RUNS runs of one command line under a load that changes between 0
# and 4 times the processors, then CHANGED_RUNS of another one that does more work. Prints a line of tab-separated values for each run, and
# in the end on stderr how many runs of either kind raised an alert, and which was the first to. The load is endless loops of bash, which
# this script ends again.
#
#   contention.sh perf-agent.jar /tmp/contention 200 12 \
#     'java -cp h2.jar org.h2.tools.Shell -url jdbc:h2:mem: -sql "select sum(sqrt(x)) from system_range(1,100000)"' \
#     'java -cp h2.jar org.h2.tools.Shell -url jdbc:h2:mem: -sql "select sum(sqrt(x)) from system_range(1,300000)"'
#
# The same with Checkstyle, over two and over four files of this project; its jars are those of com.puppycrawl.tools:checkstyle and of
# what it needs, as mvn dependency:copy-dependencies puts them into a folder:
#
#   check='java -cp "lib/*" com.puppycrawl.tools.checkstyle.Main -c /sun_checks.xml'
#   files=(agent/core/src/main/java/dev/perfagent/{observe/Recorder,record/Executions,record/Recording,agent/Startup}.java)
#   contention.sh perf-agent.jar /tmp/contention 200 12 "$check ${files[*]:0:2}" "$check ${files[*]}"
#
# MOST=N is another most load than 4 times the processors, SEED=N another sequence of loads. Needs bash, jq and nproc. To spare a shared
# machine: taskset -c 1 nice contention.sh …
set -euo pipefail
[ $# -eq 6 ] || { sed -n '2,21p' "$0" >&2; exit 2; }
jar=$(realpath "$1") home=$2 runs=$3 changed=$4 before=$5 after=$6
RANDOM=${SEED:-1} most=${MOST:-4}
cores=$(nproc)
load=()

set_load() { # how many loops there are to be
  while [ "${#load[@]}" -gt "$1" ]; do
    kill "${load[-1]}" 2>/dev/null || true
    wait "${load[-1]}" 2>/dev/null || true
    unset 'load[-1]'
  done
  while [ "${#load[@]}" -lt "$1" ]; do
    (while :; do :; done) &
    load+=($!)
  done
}

printf 'kind\tloops\ttotal_ms\tcpu_wait_ms\tthread_cpu_ms\tcpu_time_ms\tjvm_cpu_ms\tgauge_ms\tlook_us\tmachine_busy\tpressure_cpu\talerts\tgauge_id\n'
left=0
{ # a process of its own, so it has to end the loops
trap 'set_load 0' EXIT
trap 'exit 130' INT TERM
for ((i = 1; i <= runs + changed; i++)); do
  if [ "$left" -eq 0 ]; then # a load stays for 3 to 12 runs
    left=$((3 + RANDOM % 10))
    set_load $((RANDOM % (most * cores + 1)))
  fi
  left=$((left - 1))
  kind=unchanged command=$before
  [ "$i" -le "$runs" ] || kind=changed command=$after
  JAVA_TOOL_OPTIONS="-javaagent:$jar=home=$home,quiet=true" bash -c "$command" >/dev/null 2>&1 || true
  tail -qn 1 "$home"/history/date=*/*.ndjson | tail -n 1 | jq -r --arg kind "$kind" --arg loops "${#load[@]}" '
    .resource_usage as $u | [$kind, $loops, .duration.total_ms, $u.cpu_wait_ms, $u.thread_cpu_ms, $u.cpu_time_ms, $u.jvm_cpu_ms,
      $u.gauge_ms, $u.look_us, $u.machine_busy, $u.pressure.cpu, ([.alerts[] | .measure] | join(",")), $u.gauge_id] | @tsv'
done
} | tee >(awk -F '\t' '
  { n[$1]++; told[$1] += $12 != ""; if ($12 != "" && !first[$1]) first[$1] = n[$1] }
  END { for (k in n) print k ": " told[k] + 0 " of " n[k] " runs raised an alert" (first[k] ? ", first run " first[k] : "") }' >&2)
