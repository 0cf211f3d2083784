#!/usr/bin/env bash
# Builds deb and rpm for each architecture into a directory:
#
#   deploy/package/build.sh bin/packages amd64 arm64
#
# VERSION is the version without a v, NFPM the program nfpm, and MAINTAINER who answers
# for the packages: "Name <mail address>", as deb and rpm want it. Whoever gives them to
# others sets it; no mail arrives at the address that stands in for it. The same commit
# and maintainer give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$1
shift
export VERSION=${VERSION:-0.0.0}
export MAINTAINER=${MAINTAINER:-signpost maintainers <maintainers@signpost.invalid>}
# The time of the commit. Outside of a checkout everything is as old as the epoch.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
mkdir -p "$out"
STAGE=$(mktemp -d)
export STAGE
trap 'rm -rf "$STAGE"' EXIT

for page in signpost.1 signpost-provider.5; do
	gzip -9 --no-name <"deploy/man/$page" >"$STAGE/$page.gz"
done
gzip -9 --no-name <CHANGELOG.md >"$STAGE/CHANGELOG.md.gz"
gzip -9 --no-name >"$STAGE/changelog.gz" <<END
signpost ($VERSION) stable; urgency=medium

  * What has changed is in CHANGELOG.md.gz beside this file.

 -- $MAINTAINER  $(date --utc --date="@$SOURCE_DATE_EPOCH" -R)
END
for ARCH in "$@"; do
	export ARCH
	CGO_ENABLED=0 GOOS=linux GOARCH=$ARCH go build -trimpath -buildvcs=false \
		-ldflags "-s -w -buildid= -X main.version=$VERSION" -o "$STAGE/signpost" ./cmd/signpost
	# nfpm takes the times of the files from the files.
	find "$STAGE" -exec touch --date="@$SOURCE_DATE_EPOCH" {} +
	for packager in deb rpm; do
		"${NFPM:-nfpm}" package --config deploy/package/nfpm.yaml --packager "$packager" --target "$out"
	done
done
