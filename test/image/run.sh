#!/usr/bin/env bash
# Builds the image of the Dockerfile without a container engine and without a
# registry, looks into it, and runs it: as its own user, on a root that cannot be
# written, with its own health check. `make image-test` runs it and sees to the
# programs that it needs; root is one of the needs, for chroot.
set -euo pipefail
cd "$(dirname "$0")/../.."

debian=$1 # a directory with a Debian, in place of the one of the compiler's image
base=docker.io/library/golang:1.26-bookworm
image=localhost/signpost-test:latest
work=$(mktemp -d)
# A store of its own: what else is on the machine is neither used nor changed.
store=(buildah --root "$work/storage" --runroot "$work/run" --storage-driver vfs)
server=
cleanup() {
	if [ -n "$server" ]; then kill "$server" && wait "$server" || true; fi
	if mountpoint --quiet "$work/root"; then umount "$work/root"; fi
	"${store[@]}" unmount --all >/dev/null 2>&1 || true
	rm -rf "$work"
}
trap cleanup EXIT

fail() {
	echo "image-test: $*" >&2
	exit 1
}

# The stand-in for the compiler's image: Debian, this machine's Go and its modules.
go mod download
container=$("${store[@]}" from scratch)
"${store[@]}" copy --quiet "$container" "$debian" / >/dev/null
"${store[@]}" copy --quiet "$container" "$(go env GOROOT)" /usr/local/go >/dev/null
"${store[@]}" config --env PATH=/usr/local/go/bin:/usr/sbin:/usr/bin:/sbin:/bin --env GOPATH=/go --env GOTOOLCHAIN=local \
	--env GOPROXY=file:///modules --env GOSUMDB=off "$container"
"${store[@]}" commit --quiet --rm "$container" "$base" >/dev/null

"${store[@]}" bud --isolation chroot --pull-never --format docker --layers=false --quiet \
	--volume "$(go env GOMODCACHE)/cache/download:/modules:ro" \
	--build-arg BUILDPLATFORM=linux/amd64 --build-arg TARGETOS=linux --build-arg TARGETARCH="$(go env GOARCH)" \
	--build-arg VERSION=0.1.0 --build-arg REVISION=abcdef --tag "$image" . >"$work/log" 2>&1 || fail "$(tail -n 30 "$work/log")"

inspect() { "${store[@]}" inspect --type image --format "{{.Docker.Config.$1}}" "$image"; }
expect() { # what, want, got
	[ "$2" = "$3" ] || fail "$1 is '$3', want '$2'"
	echo "$1: $3"
}
expect user 65532:65532 "$(inspect User)"
expect entrypoint '[/signpost]' "$(inspect Entrypoint)"
expect command '[serve]' "$(inspect Cmd)"
expect 'health check' '[CMD /signpost healthcheck]' "$(inspect Healthcheck.Test)"
expect version 0.1.0 "$(inspect 'Labels' | grep --only-matching 'image.version:[^] ]*' | cut -d: -f2)"
expect revision abcdef "$(inspect 'Labels' | grep --only-matching 'image.revision:[^] ]*' | cut -d: -f2)"

container=$("${store[@]}" from --pull-never "$image")
root=$("${store[@]}" mount "$container")
expect files './etc/ssl/certs/ca-certificates.crt ./signpost' "$(cd "$root" && find . -type f | sort | paste --serial --delimiters ' ')"
size=$(du --summarize --bytes "$root" | cut -f1)
[ "$size" -lt 30000000 ] || fail "the image has $size bytes"
echo "size: $size"

mkdir "$work/root"
mount --bind "$root" "$work/root"
mount -o remount,bind,ro "$work/root"
! touch "$work/root/file" 2>/dev/null || fail 'the root can be written'
program() { # address, argument
	exec env -i SIGNPOST_HTTP="$1" "$(command -v chroot)" --userspec=65532:65532 "$work/root" /signpost "$2"
}
exec 3< <(program 127.0.0.1:0 serve 2>&1)
server=$!
while read -r line <&3; do
	echo "$line"
	if [[ $line =~ msg=serving\ http=([0-9.:]+) ]]; then break; fi
done
address=${BASH_REMATCH[1]:-}
[ -n "$address" ] || fail 'the server did not start'
expect 'user of the process' 65532 "$(stat --format=%u "/proc/$server")"
expect 'health check' ok "$(program "$address" healthcheck)"
kill "$server"
wait "$server" || fail 'the server did not end with status 0'
server=
! (program "$address" healthcheck) 2>/dev/null ||
	fail 'the health check passes without a server'
echo 'image: built, inspected, started, healthy, stopped'
