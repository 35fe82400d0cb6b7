
# What follows completes names that perf-agent recorded. It reads them from the files in perf-agent's folder, because starting
# Java at each press of the key would take too long.

# Prints the folder with the data: that of --home on the command line, else PERF_AGENT_HOME, else that of the platform.
_perf_agent_home() {
  local i value
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} == --home ]]; then
      value=${COMP_WORDS[i+1]}
      [[ $value == = ]] && value=${COMP_WORDS[i+2]}
      value=${value//[\"\'\\]/}
      printf '%s\n' "${value/#\~\//$HOME/}"
      return
    fi
  done
  if [[ -n $PERF_AGENT_HOME ]]; then
    printf '%s\n' "$PERF_AGENT_HOME"
    return
  fi
  case $OSTYPE in
    darwin*) printf '%s\n' "$HOME/Library/Application Support/perf-agent" ;;
    msys* | cygwin*) printf '%s\n' "${LOCALAPPDATA:-$HOME/AppData/Local}/perf-agent" ;;
    *)
      case $XDG_STATE_HOME in
        /*) printf '%s\n' "$XDG_STATE_HOME/perf-agent" ;;
        *) printf '%s\n' "$HOME/.local/state/perf-agent" ;;
      esac
      ;;
  esac
}

# Prints the values that a field has in the newest lines of the newest days, each once, the newest first.
_perf_agent_recorded() { # home field
  local home=$1 field=$2 i
  local -a days files
  days=("$home"/history/date=*)
  for ((i = ${#days[@]} - 1; i >= 0 && ${#files[@]} < 20; i--)); do
    files+=("${days[i]}"/*.ndjson)
  done
  tail -q -n 200 -- "${files[@]:0:50}" 2> /dev/null \
    | sed -n 's/^{[^{}]*"'"$field"'":"\([^"\\]\{1,\}\)".*/\1/p' \
    | sort -r -u
}

# Prints the names of the files in a folder of the home, without what they end with.
_perf_agent_files() { # home folder suffix
  local file
  for file in "$1/$2"/*"$3"; do
    [[ -f $file ]] || continue
    file=${file##*/}
    printf '%s\n' "${file%"$3"}"
  done
}

# Prints what fits the kind of name.
_perf_agent_names() { # kind
  local home
  home=$(_perf_agent_home)
  case $1 in
    run) printf 'last\n'; _perf_agent_recorded "$home" execution_id ;;
    command | application) _perf_agent_recorded "$home" "$1" ;;
    version) _perf_agent_recorded "$home" application_version ;;
    runs)
      _perf_agent_files "$home" baselines .json
      _perf_agent_recorded "$home" application_version
      ;;
    baseline) _perf_agent_files "$home" baselines .json ;;
    plan) _perf_agent_files "$home" plans .plan ;;
    explained) _perf_agent_files "$home" matches .json ;;
  esac
}

# Prints the kind of the word at the cursor; nothing when the generated part below knows better.
_perf_agent_kind() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path='' i positionals=0
  local values=' @VALUE_OPTIONS@ ' commands=' @COMMANDS@ '
  [[ $word == = ]] || { [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD-2]}; }
  case $previous in
    --command | --application) printf '%s\n' "${previous#--}"; return ;;
    --version) printf 'version\n'; return ;;
    --baseline | --current | --runs) printf 'runs\n'; return ;;
    --config | --home | --history) printf 'folder\n'; return ;;
    -*) [[ $values == *" $previous "* ]] && return ;;
  esac
  [[ $word == -* ]] && return
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -*)
        if [[ $values == *" ${COMP_WORDS[i]} "* ]]; then
          [[ ${COMP_WORDS[i+1]} == = ]] && i=$((i + 1))
          i=$((i + 1))
        fi
        ;;
      *)
        if [[ $commands == *" ${path:+$path/}${COMP_WORDS[i]} "* ]]; then
          path=${path:+$path/}${COMP_WORDS[i]}
        else
          positionals=$((positionals + 1))
        fi
        ;;
    esac
  done
  case $path:$positionals in
    runs/show:0 | check:0) printf 'run\n' ;;
    explain:0) printf 'explained\n' ;;
    baseline/write:0 | baseline/delete:*) printf 'baseline\n' ;;
    plan/show:0 | plan/clear:*) printf 'plan\n' ;;
  esac
}

_perf_agent() {
  local kind word=${COMP_WORDS[COMP_CWORD]} name escaped
  kind=$(_perf_agent_kind)
  if [[ -z $kind ]]; then
    _complete_perf-agent
    return
  fi
  COMPREPLY=()
  [[ $word == = ]] && word=''
  if [[ $kind == folder ]]; then
    type compopt > /dev/null 2>&1 && compopt -o filenames 2> /dev/null
    word=${word/#\~\//$HOME/}
    while IFS= read -r name; do
      COMPREPLY+=("$name")
    done < <(compgen -d -- "$word")
    return
  fi
  while IFS= read -r name; do
    printf -v escaped %q "$name"
    case $word in
      [\"\']*) [[ $name == "${word#?}"* ]] && COMPREPLY+=("$name") ;;
      *) [[ $escaped == "$word"* || $name == "$word"* ]] && COMPREPLY+=("$escaped") ;;
    esac
  done < <(_perf_agent_names "$kind")
}

complete -o default -F _perf_agent perf-agent
