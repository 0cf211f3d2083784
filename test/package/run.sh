#!/usr/bin/env bash
# Builds deb and rpm, looks into them, and installs, runs and removes the deb in a
# Debian of its own. `make package-test` runs it and sees to the programs that it
# needs; root is one of the needs, for chroot.
set -euo pipefail
cd "$(dirname "$0")/../.."

debian=$1 # a directory with a Debian that has systemd
arch=$(go env GOARCH)
work=$(mktemp -d)
server=
cleanup() {
	if [ -n "$server" ]; then kill "$server" && wait "$server" || true; fi
	for mount in "$work/root" "$work/layer"; do
		if mountpoint --quiet "$mount"; then umount "$mount"; fi
	done
	rm -rf "$work"
}
trap cleanup EXIT

fail() {
	echo "package-test: $*" >&2
	exit 1
}

export VERSION=0.1.0 SOURCE_DATE_EPOCH=1700000000
deploy/package/build.sh "$work/first" "$arch" >"$work/log"
deploy/package/build.sh "$work/second" "$arch" >"$work/log"
for package in "$work"/first/*; do
	cmp "$package" "$work/second/$(basename "$package")" || fail "a second build gives other bytes"
	echo "same bytes twice: $(basename "$package")"
done
deb=$(echo "$work"/first/*.deb)
rpm=$(echo "$work"/first/*.rpm)

lintian --allow-root --fail-on error,warning "$deb"
rpm --query --package --list "$rpm" >"$work/rpm-files"
for path in /usr/bin/signpost /usr/lib/systemd/system/signpost.service /etc/signpost/signpost.env \
	/usr/share/man/man1/signpost.1.gz /usr/share/zsh/site-functions/_signpost; do
	grep --quiet --line-regexp "$path" "$work/rpm-files" || fail "$path is not in the rpm"
done
for page in deploy/man/*; do
	mandoc -T lint -W warning "$page"
done

# The threshold is in tenths.
systemd-analyze security --offline=true --threshold=12 deploy/systemd/signpost.service >"$work/security" ||
	fail "$(tail -n 1 "$work/security")"
tail -n 1 "$work/security"

# The Debian itself stays as it is: changes go into a layer above it.
mkdir "$work/root" "$work/layer"
mount -t tmpfs tmpfs "$work/layer"
mkdir "$work/layer/upper" "$work/layer/work"
mount -t overlay overlay -o "lowerdir=$debian,upperdir=$work/layer/upper,workdir=$work/layer/work" "$work/root"
enter=(chroot "$work/root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8)
inside() { "${enter[@]}" "$@"; }
files() { (cd "$work/root" && find etc usr lib var opt srv -not -path 'var/lib/dpkg/*' -not -path 'var/log/*' | sort); }

files >"$work/before"
cp "$deb" "$work/root/signpost.deb"
inside dpkg --install /signpost.deb >"$work/log" 2>&1 || fail "$(cat "$work/log")"
[ "$(inside systemctl is-enabled signpost)" = enabled ] || fail 'the service is not enabled'
inside systemd-analyze verify --man=no signpost.service
inside signpost version
[ "$(inside signpost lookup user@sina.com | head -n 1)" = 'user@sina.com  Sina Mail' ] || fail 'no look-up'

# As the service starts it: its settings, a user without a name, nothing writable.
# exec all the way, so that the process is the server and gets the signal.
exec 3< <(exec "${enter[@]}" setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs \
	sh -c '. /etc/signpost/signpost.env; export SIGNPOST_PROVIDERS SIGNPOST_TRUSTED_PROXY
		SIGNPOST_HTTP=127.0.0.1:0 exec signpost serve' 2>&1)
server=$!
while read -r line <&3; do
	echo "$line"
	if [[ $line =~ msg=serving\ http=([0-9.:]+) ]]; then break; fi
done
[ -n "${BASH_REMATCH[1]:-}" ] || fail 'the server did not start'
[ "$(inside env SIGNPOST_HTTP="${BASH_REMATCH[1]}" signpost healthcheck)" = ok ] || fail 'the health check fails'
kill "$server"
wait "$server" || fail 'the server did not end with status 0'
server=

echo '# changed' >>"$work/root/etc/signpost/signpost.env"
inside dpkg --remove signpost >"$work/log" 2>&1 || fail "$(cat "$work/log")"
[ ! -e "$work/root/usr/bin/signpost" ] || fail 'the program stays after a removal'
[ -e "$work/root/etc/signpost/signpost.env" ] || fail 'a removal loses the settings'
inside dpkg --purge signpost >"$work/log" 2>&1 || fail "$(cat "$work/log")"
rm "$work/root/signpost.deb"
files >"$work/after"
diff "$work/before" "$work/after" || fail 'a purge leaves something behind'
echo 'deb: installed, enabled, answered, removed, purged without a trace'
