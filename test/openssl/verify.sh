#!/usr/bin/env bash
# OpenSSL reads the signed Apple profiles that the tests of package autoconfig
# serve: a second opinion on what our own code verifies there. Run it with
# `make openssl-test`, which sees to it that there is an openssl.
set -euo pipefail
cd "$(dirname "$0")/../.."

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go test -count=1 -run '^TestSignedProfiles$' ./autoconfig -export "$dir"

# A device trusts the root and gets the rest with the profile. Without "-purpose any"
# OpenSSL wants a certificate for mail, and ours is one for a web server.
verify() { # root, signed, out
	openssl cms -verify -inform DER -purpose any -CAfile "$1" -in "$2" -out "$3" 2>"$dir/log"
}

checked=0
for signed in "$dir"/*.mobileconfig; do
	name=$(basename "$signed" .mobileconfig)
	if ! verify "$dir/$name.root.pem" "$signed" "$dir/out"; then
		cat "$dir/log" >&2
		echo "$name: OpenSSL does not accept the signature" >&2
		exit 1
	fi
	cmp "$dir/out" "$dir/$name.plain"
	openssl cms -cmsout -print -noout -inform DER -in "$signed" >"$dir/text"
	if ! grep -q 'algorithm: sha256 ' "$dir/text" || grep -q 'algorithm: sha1 ' "$dir/text"; then
		echo "$name: the digest is not SHA-256" >&2
		exit 1
	fi
	# The check can fail: another key's root vouches for nothing here.
	for other in "$dir"/*.root.pem; do
		if ! cmp -s "$other" "$dir/$name.root.pem" && verify "$other" "$signed" /dev/null; then
			echo "$name: OpenSSL accepts it below a root that did not issue it" >&2
			exit 1
		fi
	done
	# One byte of the content is changed in place.
	LC_ALL=C sed 's/PayloadOrganization/PayloadOrganisation/' "$signed" >"$dir/forged"
	if cmp -s "$signed" "$dir/forged" || verify "$dir/$name.root.pem" "$dir/forged" /dev/null; then
		echo "$name: OpenSSL accepts another content" >&2
		exit 1
	fi
	echo "$name: accepted by $(openssl version | cut -d' ' -f1,2)"
	checked=$((checked + 1))
done
if [ "$checked" -lt 4 ]; then
	echo "only $checked profiles were written" >&2
	exit 1
fi
