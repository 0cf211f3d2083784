# The program, the CA certificates and nothing else: no shell, no package
# manager. Settings come from SIGNPOST_* variables; own providers from a volume.

# The compiler runs on the builder's own platform and crosses to the target's.
FROM --platform=$BUILDPLATFORM golang:1.26-bookworm AS build
WORKDIR /src

# Modules first: they change less often than the code.
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod \
    go mod download

COPY . .
ARG TARGETOS
ARG TARGETARCH
ARG VERSION
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X main.version=$VERSION" -o /out/signpost ./cmd/signpost

FROM scratch
ARG VERSION
ARG REVISION
LABEL org.opencontainers.image.title="signpost" \
      org.opencontainers.image.description="Points every mail client at the right servers" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"

COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/signpost /signpost

# The stacks that Go prints of a panic hold remains of what was asked, as numbers; all
# brings them back.
ENV GOTRACEBACK=none

# A number, because scratch has no /etc/passwd and Kubernetes' runAsNonRoot
# accepts nothing else.
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s CMD ["/signpost", "healthcheck"]
ENTRYPOINT ["/signpost"]
CMD ["serve"]
