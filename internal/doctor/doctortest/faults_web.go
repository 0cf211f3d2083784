package doctortest

import (
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// webFaults are those of web servers and of the way to them.
var webFaults = [...]Fault{
	{
		"the certificate of the autoconfig host has another name",
		func(_ testing.TB, w *World) { w.Leaves["autoconfig.example.com"] = Leaf{Name: "www.example.com"} },
		"cert-name client-without-settings", "geary mailspring",
	},
	{
		"the certificate of the autoconfig host has expired",
		func(_ testing.TB, w *World) { w.Leaves["autoconfig.example.com"] = Leaf{Ends: -30} },
		"cert-expired client-without-settings", "*",
	},
	{
		"the certificate of the autodiscover host is self-signed",
		func(_ testing.TB, w *World) { w.Leaves["autodiscover.example.com"] = Leaf{SelfSigned: true} },
		"cert-self-signed", "*",
	},
	{
		"a stranger's authority has issued the certificate of the autoconfig host",
		func(_ testing.TB, w *World) { w.Leaves["autoconfig.example.com"] = Leaf{Stranger: true} },
		"cert-untrusted client-without-settings", "*",
	},
	{
		"nothing listens for https on the setup host: autoconfig over plain http only",
		func(_ testing.TB, w *World) { w.Close(SetupIP + ":443") },
		"client-without-settings http-only web-refused", "*",
	},
	{
		"the setup host cannot be reached",
		func(_ testing.TB, w *World) {
			for _, port := range []string{":80", ":443"} {
				w.Dead[SetupIP+port] = os.NewSyscallError("connect", syscall.EHOSTUNREACH)
			}
		},
		"client-without-settings web-unreachable", "*",
	},
	{
		"packets to the setup host are dropped",
		func(_ testing.TB, w *World) {
			w.Dead[SetupIP+":80"], w.Dead[SetupIP+":443"] = nil, nil
			w.Options.Limit = 5 * time.Second
		},
		"client-without-settings cut web-timeout", "*",
	},
	{
		"nothing of it is on the public Internet, and nothing else may be asked",
		func(_ testing.TB, w *World) { w.Options.PublicOnly = true },
		"client-without-settings server-not-public web-unreachable", "*",
	},
	{
		"plain http on the port of https",
		func(_ testing.TB, w *World) { w.Crossed[SetupIP+":443"] = SetupIP + ":80" },
		"client-without-settings http-only tls-handshake", "*",
	},
	{
		"another protocol on the ports of the web server",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(isAny, func(rw http.ResponseWriter, _ *http.Request) {
				if conn, _, err := http.NewResponseController(rw).Hijack(); err == nil {
					_, _ = conn.Write([]byte("220 mail ESMTP\r\n"))
					_ = conn.Close()
				}
			})
		},
		"client-without-settings not-http", "*",
	},
	{
		"a redirect to itself",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(IsAutoconfig, func(rw http.ResponseWriter, r *http.Request) {
				rw.Header().Set("Location", "https://"+r.Host+r.URL.String())
				rw.WriteHeader(http.StatusFound)
			})
		},
		"client-without-settings redirect-loop", "*",
	},
	{
		"a relative redirect",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(both(IsAutoconfig, isHTTPS), func(rw http.ResponseWriter, r *http.Request) {
				if r.URL.Query().Has("again") {
					rw.WriteHeader(http.StatusNotFound)
					return
				}
				rw.Header().Set("Location", "/mail/config-v1.1.xml?again")
				rw.WriteHeader(http.StatusFound)
			})
		},
		"client-without-settings http-only redirect-refused", "*",
	},
	{
		"a body of two mebibytes",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(IsAutoconfig, answer(200, "text/xml", strings.Repeat("<a/>", 1<<19)))
		},
		"body-too-large client-without-settings", "*",
	},
	{
		"the server closes at once",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(IsAutoconfig, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
		},
		"client-without-settings web-closed", "*",
	},
}
