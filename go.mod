module signpost

go 1.26.8

require (
	github.com/beevik/etree v1.8.1
	github.com/go-chi/chi/v5 v5.5.0
	go.yaml.in/yaml/v4 v4.0.0
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

require (
	github.com/alecthomas/kong v1.17.0 // indirect
	github.com/google/go-cmp v0.7.0 // indirect
	github.com/rogpeppe/go-internal v1.16.0 // indirect
	howett.net/plist v1.0.1 // indirect
)
