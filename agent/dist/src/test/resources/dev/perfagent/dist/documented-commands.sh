# Comes before the shell blocks of a page when DocumentedCommandsIT runs them. What did not work is written into the file "failures".

failed() {
  echo "$1" >> "$TEST_FOLDER/failures"
}

# A JVM that is there already runs the tool, because a new one for each command would take a second.
tool() {
  local code name
  {
    for name in $(compgen -e PERF_AGENT_); do
      printf '%s=%s\0' "$name" "${!name}"
    done
    printf '\0'
    printf '%s\0' "$@"
  } > "$TEST_FOLDER/request"
  read -r code < "$TEST_FOLDER/answer"
  cat "$TEST_FOLDER/tool.err" >&2
  cat "$TEST_FOLDER/tool.out"
  return "$code"
}

# A command that a test cannot run: its help must know its options.
described() {
  local word help command=()
  for word; do
    [[ $word == *[^a-z]* ]] && break
    command+=("$word")
  done
  help=$(tool "${command[@]}" --help)
  for word; do
    [[ $word == -- ]] && break
    [[ $word == --* && $help != *"${word%%=*}"* ]] && failed "there is no option $word: $*"
  done
  return 0
}

# A command that takes seconds, in a JVM of its own; what several pages have is run once.
once() {
  grep -qxF -- "$*" "$TEST_FOLDER/once" && return 0
  command java -XX:TieredStopAtLevel=1 -jar perf-agent.jar "$@" && echo "$*" >> "$TEST_FOLDER/once"
}

java() {
  local code
  if [[ "$*" == *-XX:AOT* || "$*" == @* ]]; then
    return 0 # needs JDK 25; ArchiveIT makes and uses such a cache, and the options that 'prepare' writes
  fi
  if [[ "$1 $2" != '-jar perf-agent.jar' ]]; then
    command java -XX:TieredStopAtLevel=1 "$@"
    code=$?
    [[ $code == 0 ]] || failed "exit code $code: java $*"
    return $code
  fi
  shift 2
  case "$*" in
    attach\ *) described "$@" ;;              # the process is the reader's; AttachIT attaches to one
    dashboard\ *--serve*) described "$@" ;;   # runs until Ctrl-C; DashboardIT starts and ends it
    prepare\ *--archive*) described "$@" ;;   # runs the program 60 times; ArchiveIT does it
    system\ *) described "$@" ;;              # a benchmark takes up to 20 seconds
    export\ *--push*--dry-run*) tool "$@" ;;
    export\ *--push*) described "$@" ;;       # needs a service; there are tests with stand-ins
    benchmark\ *) once benchmark --iterations 2 "${@:2}" ;; # takes up to five minutes
    init\ *) described "$@" ;;                # runs the command eight times; InitIT does it
    profile\ *--event*) described "$@" ;;     # one profile is enough here; ProfileIT makes the others
    prepare\ *|profile\ *) once "$@" ;;
    monitor\ *) command java -XX:TieredStopAtLevel=1 -jar perf-agent.jar "$@" ;;
    *) tool "$@" ;;
  esac
  code=$?
  case "$1 $code" in
    *\ 0|'check 1'|'compare 1'|'benchmark 1'|'system 1') ;; # a verdict against a run is an answer, too
    *) failed "exit code $code: java -jar perf-agent.jar $*" ;;
  esac
  return $code
}

# What needs a network, and is only there to take what was exported.
curl() {
  cat > "$TEST_FOLDER/taken"
}
bencher() {
  [[ -s ${*: -1} ]]
}
rsync() {
  mkdir -p "${*: -1}"
  cp -r "$PERF_AGENT_HOME/history" "${*: -1}"
}

touch "$TEST_FOLDER/once"
set -o pipefail
trap '[[ $BASH_COMMAND == *java\ * || $BASH_COMMAND == return* ]] || failed "failed: $BASH_COMMAND"' ERR
