package doctor_test

import (
	"net"
	"net/http"
	"testing"

	"signpost/autoconfig"
	"signpost/internal/doctor/doctortest"
	"signpost/internal/testserver"
	"signpost/provider"
)

// fakes are parts inside of the test's own process: signpost's handler, and mail
// servers that are as stupid as a probe needs.
type fakes struct{}

// newWorld makes a world of fakes that is well.
func newWorld(t testing.TB) *doctortest.World {
	t.Helper()
	return doctortest.NewWorld(fakes{}, doctortest.NewAuthority(t, doctortest.Today()))
}

// Signpost answers by the handler itself.
func (fakes) Signpost(t testing.TB, dir string) http.Handler {
	t.Helper()
	providers, err := provider.LoadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		t.Fatal(err)
	}
	handler, err := autoconfig.New(table, autoconfig.Options{TLS: true, Now: doctortest.Today})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// Mail starts a fake server on each port.
func (fakes) Mail(t testing.TB, w *doctortest.World) map[int]string {
	t.Helper()
	at := map[int]string{}
	for port, what := range w.Mail {
		server := fakeServer{MailServer: what, config: w.TLS(t)}
		at[port] = testserver.TCP(t, func(conn net.Conn) { server.serve(conn) }).String()
	}
	return at
}
