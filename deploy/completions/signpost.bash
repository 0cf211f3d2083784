# Completion of signpost for bash. A test holds it against the command line.

# _signpost_flags prints the flags of a command.
_signpost_flags() {
  local table='--providers --only-own --ispdb'
  local mx='--resolve-mx --resolver'
  local tls='--https --tls-cert --tls-key --acme --acme-email --acme-ca --acme-storage --acme-address'
  local limits='--rate --burst --max-requests --max-connections --max-connections-per-client --proxy-protocol'
  case $1 in
  serve) echo "--help $table $mx --doctor --http --admin-http --public-url --trusted-proxy --reload-interval --log-format --sign-cert --sign-key $tls $limits" ;;
  lookup) echo "--help $table $mx --format --json --lang --public-url" ;;
  check) echo '--help --json --verbose' ;;
  dns) echo "--help $table --target --public-url --zone --json --check --resolver" ;;
  doctor) echo '--help --client --json --verbose --resolver --connect --connect-http --ca --timeout' ;;
  'import ispdb' | 'import automx2' | 'import monogramm') echo '--help --out' ;;
  export) echo "--help $table --public-url" ;;
  healthcheck) echo '--help --http --admin-http' ;;
  *) echo '--help' ;;
  esac
}

_signpost() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  # --flag=value comes as three words.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  local command='' word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
    serve | lookup | check | dns | doctor | export | healthcheck | version | import)
      [[ -z $command ]] && command=$word
      ;;
    ispdb | automx2 | monogramm)
      [[ $command == import ]] && command="import $word"
      ;;
    esac
  done

  local words='' files=''
  case $previous in
  --providers | --ispdb | --acme-storage | --out | -o) files=-d ;;
  --sign-cert | --sign-key | --tls-cert | --tls-key | --ca) files=-f ;;
  --format) words='autoconfig ispdb pox activesync autodiscover-json profile pacc text ansi json page' ;;
  --lang) words='en zh' ;;
  --log-format) words='text json' ;;
  --http | --admin-http | --public-url | --trusted-proxy | --reload-interval | --resolver | --target | --client | --connect | --connect-http | --timeout | --rate | --burst | --max-* | --https | --acme-email | --acme-ca | --acme-address) return ;;
  *)
    if [[ $current == -* ]]; then
      words=$(_signpost_flags "$command")
    else
      case $command in
      '') words='serve lookup check dns doctor import export healthcheck version' ;;
      import) words='ispdb automx2 monogramm' ;;
      export) files=-d ;;
      check | import\ *) files=-f ;;
      esac
    fi
    ;;
  esac
  local IFS=$'\n'
  if [[ -n $files ]]; then
    compopt -o filenames
    COMPREPLY=($(compgen "$files" -- "$current"))
  else
    COMPREPLY=($(compgen -W "${words// /$'\n'}" -- "$current"))
  fi
}

complete -F _signpost signpost
