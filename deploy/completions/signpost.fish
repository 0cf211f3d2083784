# Completion of signpost for fish. A test holds it against the command line.

set -l sources ispdb automx2 monogramm

complete -c signpost -f
complete -c signpost -s h -l help -d 'Show help'

complete -c signpost -n __fish_use_subcommand -a serve -d 'Answer mail clients over HTTP'
complete -c signpost -n __fish_use_subcommand -a lookup -d 'Look an address or a domain up'
complete -c signpost -n __fish_use_subcommand -a check -d 'Check provider files'
complete -c signpost -n __fish_use_subcommand -a dns -d 'Print or compare DNS records'
complete -c signpost -n __fish_use_subcommand -a doctor -d 'Find out what every mail client would do'
complete -c signpost -n __fish_use_subcommand -a import -d 'Make provider files of other data'
complete -c signpost -n __fish_use_subcommand -a export -d 'Write the answers as files'
complete -c signpost -n __fish_use_subcommand -a healthcheck -d 'Ask a running server whether it is well'
complete -c signpost -n __fish_use_subcommand -a version -d 'Print the version'

# What several commands have in common.
set -l table '__fish_seen_subcommand_from serve lookup dns export'
complete -c signpost -n $table -l providers -x -a '(__fish_complete_directories)' -d 'Directory of provider files'
complete -c signpost -n $table -l only-own -d 'Leave the built-in providers out'
complete -c signpost -n $table -l ispdb -x -a '(__fish_complete_directories)' -d 'Directory of ISPDB files'
complete -c signpost -n $table -l public-url -x -d 'The https address of the server'
complete -c signpost -n '__fish_seen_subcommand_from serve lookup' -l resolve-mx -d 'Find unknown domains by MX'
complete -c signpost -n '__fish_seen_subcommand_from serve lookup dns doctor' -l resolver -x -d 'DNS server'
complete -c signpost -n '__fish_seen_subcommand_from lookup check dns doctor' -l json -d 'Print JSON'
complete -c signpost -n '__fish_seen_subcommand_from check doctor' -s v -l verbose -d 'Print notes too'
complete -c signpost -n '__fish_seen_subcommand_from serve healthcheck' -l http -x -d 'Address of the listener'
complete -c signpost -n '__fish_seen_subcommand_from serve healthcheck' -l admin-http -x -d 'Listener for health and metrics'

complete -c signpost -n '__fish_seen_subcommand_from serve' -l doctor -d 'Serve /doctor'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l trusted-proxy -x -d 'Proxy whose headers are believed'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l reload-interval -x -d 'How often to look for changes'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l log-format -x -a 'text json' -d 'Form of the log'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l sign-cert -r -F -d 'Certificate that signs profiles'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l sign-key -r -F -d 'Its private key'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l https -x -d 'Address for https'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l tls-cert -r -F -d 'Certificate for https'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l tls-key -r -F -d 'Its private key'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l acme -d 'Get certificates by ACME'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l acme-email -x -d 'Where the CA writes to'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l acme-ca -x -d 'Directory of the CA'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l acme-storage -x -a '(__fish_complete_directories)' -d 'Directory or database for certificates and keys'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l acme-address -x -d 'Address of this machine'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l rate -x -d 'Requests a second of one client'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l burst -x -d 'Requests of one client at once'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l max-requests -x -d 'Requests at a time'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l max-connections -x -d 'Connections at a time'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l max-connections-per-client -x -d 'Connections of one client'
complete -c signpost -n '__fish_seen_subcommand_from serve' -l proxy-protocol -d 'Expect the PROXY protocol'

complete -c signpost -n '__fish_seen_subcommand_from lookup' -l format -x -a 'autoconfig ispdb pox activesync autodiscover-json profile pacc text ansi json page' -d 'Bytes that the server would send'
complete -c signpost -n '__fish_seen_subcommand_from lookup' -l lang -x -a 'en zh' -d 'Language of the text'

complete -c signpost -n '__fish_seen_subcommand_from dns' -l target -x -a '(__fish_print_hostnames)' -d 'Host name of the server'
complete -c signpost -n '__fish_seen_subcommand_from dns' -l zone -d 'Print a part of a zone file'
complete -c signpost -n '__fish_seen_subcommand_from dns' -l check -d 'Compare with DNS'

complete -c signpost -n '__fish_seen_subcommand_from doctor' -l client -x -d 'Look at this client only'
complete -c signpost -n '__fish_seen_subcommand_from doctor' -l connect -x -d 'Connect here whatever DNS says'
complete -c signpost -n '__fish_seen_subcommand_from doctor' -l connect-http -x -d 'The same for plain http'
complete -c signpost -n '__fish_seen_subcommand_from doctor' -l ca -r -F -d 'Trust these authorities alone'
complete -c signpost -n '__fish_seen_subcommand_from doctor' -l timeout -x -d 'How long it may take'

complete -c signpost -n "__fish_seen_subcommand_from import; and not __fish_seen_subcommand_from $sources" -a "$sources"
complete -c signpost -n "__fish_seen_subcommand_from import; and __fish_seen_subcommand_from $sources" -s o -l out -x -a '(__fish_complete_directories)' -d 'Directory for the provider files'
complete -c signpost -n "__fish_seen_subcommand_from import; and __fish_seen_subcommand_from $sources" -F
complete -c signpost -n '__fish_seen_subcommand_from check' -F
complete -c signpost -n '__fish_seen_subcommand_from export' -a '(__fish_complete_directories)'
