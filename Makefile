# `make help` lists the targets. Needed: Go, make, git and bash; what else a
# target needs it installs, and says so.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.NOTPARALLEL:

# Tools of the build, pinned. They stay out of go.mod, so that nobody who mounts
# the library inherits their requirements.
GOFUMPT_VERSION := v0.12.0
GOLANGCI_LINT_VERSION := v2.15.0

PEBBLE_VERSION := v2.10.1

NFPM_VERSION := v2.45.2

# The version is part of the file name: another version is another file.
TOOLS := bin/tools
GOFUMPT := $(TOOLS)/gofumpt-$(GOFUMPT_VERSION)
GOLANGCI_LINT := $(TOOLS)/golangci-lint-$(GOLANGCI_LINT_VERSION)
NFPM := $(TOOLS)/nfpm-$(NFPM_VERSION)
PEBBLE := $(TOOLS)/pebble-$(PEBBLE_VERSION)
CHALLTESTSRV := $(TOOLS)/pebble-challtestsrv-$(PEBBLE_VERSION)

# What `signpost version` prints; empty outside a git checkout, and then the
# program says what Go recorded.
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null)
LDFLAGS := $(if $(VERSION),-X main.version=$(VERSION))

# How long `make fuzz` stays with each target.
FUZZTIME ?= 1m

# What `make image` builds with, and the name of the image.
BUILDER ?= $(if $(shell command -v docker),docker build,buildah bud --format docker)
IMAGE ?= signpost:latest

.PHONY: build
build: ## build bin/signpost
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o bin/signpost ./cmd/signpost

.PHONY: test
test: fmt-check vet lint race leak-test openssl-test nginx-test zone-test mailservers-test alerts-test acme-test browser-test ## everything CI checks: format, vet, lint, all tests with the race detector, no trace of what was asked, and what OpenSSL, nginx, BIND, dovecot, promtool, Pebble and a browser say

.PHONY: race
race: cc ## all tests, fuzz seeds among them, with the race detector
	@mkdir -p bin
	CGO_ENABLED=1 go test -race -v ./... 2>&1 | tee $(SUITE_OUTPUT) | awk $(WITHOUT_PASSED)

# Everything that the tests print, for leak-test.
SUITE_OUTPUT := bin/suite-output.txt

# As go test prints without -v: of a package that passes only the last line.
WITHOUT_PASSED := '/^(ok|\?) / { print; held = ""; next } /^FAIL\t/ { printf "%s", held; print; held = ""; next } \
	!/^(=== |PASS$$| *--- PASS)/ { held = held $$0 "\n" } END { printf "%s", held }'

.PHONY: leak-test
leak-test: race ## no address, query or password in what the program and the tests write
	SUITE_OUTPUT='$(CURDIR)/$(SUITE_OUTPUT)' go test -tags leak -count=1 ./test/leak

.PHONY: vet
vet: ## build every package, go vet
	go build ./...
	go vet ./...

.PHONY: lint
lint: $(GOLANGCI_LINT) ## golangci-lint with the rules of .golangci.yml
	$(GOLANGCI_LINT) run --allow-parallel-runners ./...

.PHONY: fmt
fmt: $(GOFUMPT) ## format the Go files with gofumpt
	$(GOFUMPT) -l -w .

.PHONY: fmt-check
fmt-check: $(GOFUMPT) ## list the Go files that `make fmt` would change, and fail if there are any
	@files=$$($(GOFUMPT) -l .); \
	if [ -n "$$files" ]; then printf 'not formatted, run "make fmt":\n%s\n' "$$files" >&2; exit 1; fi

.PHONY: fuzz
fuzz: ## run every fuzz target for FUZZTIME (1m)
	@go test -list '^Fuzz' ./... \
	| awk '/^Fuzz/ { names[n++] = $$1 } /^ok/ { for (i = 0; i < n; i++) print $$2, names[i]; n = 0 }' \
	| while read -r package target; do \
		echo "$$package $$target"; \
		go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x "$$package" </dev/null; \
	done

# How long `make bench` stays with each benchmark, and how often it comes back, for
# benchstat.
BENCHTIME ?= 1s
COUNT ?= 1

.PHONY: bench
bench: ## benchmarks of every format at the handler, for BENCHTIME (1s) each, COUNT (1) times
	go test -run '^$$' -bench . -benchtime $(BENCHTIME) -count $(COUNT) -benchmem ./autoconfig

# How long `make soak` lasts, in seconds.
SOAK_SECONDS ?= 30

.PHONY: soak
soak: ## 200 connections, a tenth of them hostile, for SOAK_SECONDS (30); then kill -9 under load
	SOAK_SECONDS=$(SOAK_SECONDS) go test -tags soak -count=1 -v -timeout 24h ./test/soak

# How often each server of `make load` has its turn in each case, how many seconds a turn
# is, and which cases: those with this in their name.
ROUNDS ?= 15
SECONDS ?= 1
CASES ?=

.PHONY: load
load: wrk cc ## CPU per answer beside a bare net/http server, and the other goals of docs/performance.md
	CC='$(shell go env CC)' go run -tags load ./test/load -rounds '$(ROUNDS)' -seconds '$(SECONDS)' -only '$(CASES)'

.PHONY: profile
profile: wrk cc ## write cmd/signpost/default.pgo, by which go build optimises, from the same load
	CC='$(shell go env CC)' go run -tags load ./test/load -rounds '$(ROUNDS)' -seconds '$(SECONDS)' -profile cmd/signpost/default.pgo

.PHONY: wrk
wrk:
	$(call debian,wrk,wrk,to ask as fast as a server answers)

.PHONY: bench-table
bench-table: ## a million domains: load and look-up beside a bare map; then start, memory and reloads of a server with them
	go test -run '^$$' -bench ManyDomains ./provider
	go test -tags table -count=1 -v ./test/table

.PHONY: update
update: ## write the built-in table and the golden files anew; read the diff before you commit it
	go generate ./provider/builtin
	go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs dirname | sort -u) -update

.PHONY: packages
packages: $(NFPM) ## deb and rpm for amd64 and arm64, into bin/packages
	VERSION='$(or $(patsubst v%,%,$(filter v%,$(VERSION))),0.0.0)' NFPM='$(NFPM)' deploy/package/build.sh bin/packages amd64 arm64

.PHONY: image
image: ## build the container image, with docker or else buildah
	$(BUILDER) --build-arg VERSION='$(VERSION)' --build-arg REVISION='$(shell git rev-parse HEAD 2>/dev/null)' --tag '$(IMAGE)' .

.PHONY: clean
clean: ## remove what was built, the tools too
	rm -rf bin

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(GOFUMPT):
	$(call install,gofumpt,$(GOFUMPT_VERSION),mvdan.cc/gofumpt)

$(GOLANGCI_LINT):
	$(call install,golangci-lint,$(GOLANGCI_LINT_VERSION),github.com/golangci/golangci-lint/v2/cmd/golangci-lint)

$(NFPM):
	$(call install,nfpm,$(NFPM_VERSION),github.com/goreleaser/nfpm/v2/cmd/nfpm)

$(PEBBLE):
	$(call install,pebble,$(PEBBLE_VERSION),github.com/letsencrypt/pebble/v2/cmd/pebble)

$(CHALLTESTSRV):
	$(call install,pebble-challtestsrv,$(PEBBLE_VERSION),github.com/letsencrypt/pebble/v2/cmd/pebble-challtestsrv)

# $(call install,NAME,VERSION,PACKAGE) builds a tool from its source. GOFLAGS is
# emptied because flags for this module, such as -mod, do not fit that one.
define install
	@echo 'installing $(1) $(2) into $(TOOLS)/'
	@GOFLAGS= GOBIN='$(CURDIR)/$(TOOLS)' go install $(3)@$(2)
	@mv $(TOOLS)/$(1) $@
endef

# $(call debian,PROGRAM,PACKAGES,WHAT FOR) installs Debian packages if a program is
# not there, and says so.
define debian
	@if command -v $(1) >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
		echo '$(3): please install $(1)' >&2; exit 1; \
	fi; \
	echo 'installing $(2) with apt-get: $(3)'; \
	apt-get update -qq; \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null
endef

# The race detector needs a C compiler, the only thing here that Go does not
# bring along.
.PHONY: cc
cc:
	$(call debian,$(firstword $(shell go env CC)),gcc libc6-dev,for the race detector and make load)

.PHONY: openssl-test
openssl-test: ## OpenSSL reads the signed Apple profiles
	$(call debian,openssl,openssl,to check signed profiles)
	test/openssl/verify.sh

.PHONY: nginx-test
nginx-test: ## nginx serves the static tree, and stands before the server
	$(call debian,nginx,nginx-light,to serve the static tree)
	go test -tags nginx ./test/static ./test/proxy

.PHONY: zone-test
zone-test: ## BIND reads the zone files of signpost dns
	$(call debian,named-checkzone,bind9-utils,to check zone files)
	go test -tags bind ./test/zone

.PHONY: alerts-test
alerts-test: ## promtool reads the alerts and runs their tests
	$(call debian,promtool,prometheus,to check the alerts)
	promtool check rules deploy/alerts.yml
	promtool test rules deploy/alerts_test.yml

# A small Debian to build and install in.
DEBIAN := bin/debian-bookworm
$(DEBIAN):
	$(call debian,debootstrap,debootstrap,for a Debian to test in)
	@rm -rf $@.part
	debootstrap --variant=minbase --include=ca-certificates,systemd bookworm $@.part >/dev/null
	@mv $@.part $@

.PHONY: package-test
package-test: $(NFPM) $(DEBIAN) ## deb and rpm: same bytes twice, lintian, install, run, remove
	$(call debian,lintian,lintian,to check the deb)
	$(call debian,rpm,rpm,to look into the rpm)
	$(call debian,mandoc,mandoc,to check the manuals)
	$(call debian,systemd-analyze,systemd,to check the unit)
	NFPM='$(CURDIR)/$(NFPM)' test/package/run.sh '$(CURDIR)/$(DEBIAN)'

.PHONY: image-test
image-test: $(DEBIAN) ## build the image with buildah, run it read-only as uid 65532
	$(call debian,buildah,buildah,to build the image)
	test/image/run.sh '$(CURDIR)/$(DEBIAN)'

# Debian puts initdb and postgres where no PATH leads. Its package makes a cluster of its
# own beside, called main, which the tests leave alone: theirs live as long as they do.
INITDB = $(or $(shell command -v initdb),$(lastword $(sort $(wildcard /usr/lib/postgresql/*/bin/initdb))),initdb)

.PHONY: acme-test
acme-test: $(PEBBLE) $(CHALLTESTSRV) ## certificates by ACME from Pebble, the test CA of Let's Encrypt, shared in PostgreSQL
	$(call debian,$(INITDB),postgresql,to share certificates in)
	PEBBLE='$(CURDIR)/$(PEBBLE)' PEBBLE_CHALLTESTSRV='$(CURDIR)/$(CHALLTESTSRV)' go test -tags acme ./test/acme ./internal/autotls/postgres

.PHONY: mailservers-test
mailservers-test: export PATH := $(PATH):/usr/sbin:/usr/lib/dovecot
mailservers-test: ## the prober and the doctor look at a real dovecot: IMAP, POP3, submission
	$(call debian,submission-login,dovecot-imapd dovecot-pop3d dovecot-submissiond,to be looked at by the prober)
	go test -parallel 6 -tags mailservers ./test/mailservers

# The page in Debian's Chromium. SCREENSHOTS is where its pictures go.
SCREENSHOTS ?= bin/screenshots

.PHONY: browser-test
browser-test: build chromium test/browser/node_modules ## the page in a browser; its pictures go to bin/screenshots
	cd test/browser && SIGNPOST='$(CURDIR)/bin/signpost' SCREENSHOTS='$(abspath $(SCREENSHOTS))' npm test --silent

.PHONY: screenshots
screenshots: ## the same run, its pictures go to docs/screenshots; look at each
	$(MAKE) browser-test SCREENSHOTS=docs/screenshots

test/browser/node_modules: test/browser/package-lock.json
	@echo 'installing playwright-core and axe-core with npm into test/browser/'
	@cd test/browser && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.PHONY: chromium
chromium:
	$(call debian,chromium,chromium fonts-noto-cjk,for the browser tests)
	$(call debian,npm,nodejs npm,for the browser tests)
