package autoconfig

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// accessRecord collects what the log line of one request says. Nothing in it can
// hold an address, a query, a header or a body: the domain is one that is served,
// all else comes from closed sets.
type accessRecord struct {
	id      string
	scheme  string
	format  string
	domain  string
	outcome string
	status  int
}

// Served is what is counted of one answered request. Every field but the time
// has a closed set of values.
type Served struct {
	// Format is the name of the format, empty for what is none (health, 404).
	Format string
	Family Family
	// Outcome is ok, redirect, or the class of what was wrong.
	Outcome string
	// Status is the HTTP status.
	Status int
	Took   time.Duration
}

// The outcomes that are no errors.
const (
	outcomeOK       = "ok"
	outcomeRedirect = "redirect"
)

type recordKey struct{}

// recordOf returns the record of a request; outside of one, a throw-away.
func recordOf(ctx context.Context) *accessRecord {
	if record, ok := ctx.Value(recordKey{}).(*accessRecord); ok {
		return record
	}
	return &accessRecord{scheme: "http"}
}

// schemeOf is the scheme that the client used, as far as we may believe it.
func schemeOf(ctx context.Context) string { return recordOf(ctx).scheme }

// accessLog gives each request an id and writes one line when it is answered.
func (h *Handler) accessLog(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		// What has a writer of its own (the metrics) answers 200.
		record := &accessRecord{id: rand.Text()[:12], scheme: "http", outcome: outcomeOK, status: http.StatusOK}
		if r.TLS != nil {
			record.scheme = "https"
		}
		w.Header().Set("X-Request-Id", record.id)
		r = r.WithContext(context.WithValue(r.Context(), recordKey{}, record))
		next.ServeHTTP(w, r)
		served := Served{
			Format: record.format, Family: familyOf(r.UserAgent()), Outcome: record.outcome,
			Status: record.status, Took: time.Since(begin),
		}
		if h.options.Observe != nil {
			h.options.Observe(served)
		}
		h.options.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.String("id", record.id),
			slog.String("method", knownMethod(r.Method)),
			slog.String("route", chi.RouteContext(r.Context()).RoutePattern()),
			slog.String("scheme", record.scheme),
			slog.String("format", record.format),
			slog.String("domain", record.domain),
			slog.String("family", string(served.Family)),
			slog.String("outcome", record.outcome),
			slog.Int("status", record.status),
			slog.String("network", network(middleware.GetClientIPAddr(r.Context()))),
			slog.Duration("took", served.Took),
		)
	})
}

// network is the part of a client's address that does not name a household:
// /24 of IPv4, /48 of IPv6.
func network(ip netip.Addr) string {
	if !ip.IsValid() {
		return ""
	}
	bits := 48
	if ip.Is4() {
		bits = 24
	}
	prefix, err := ip.Prefix(bits)
	if err != nil {
		return ""
	}
	return prefix.String()
}

// knownMethod keeps invented methods out of the log.
func knownMethod(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete,
		http.MethodOptions, http.MethodPatch, http.MethodTrace, "PROPFIND", "REPORT":
		return m
	}
	return "other"
}

// Family is a kind of client in logs and metrics: a closed set.
type Family string

// The families of clients, told by User-Agent; Delta Chat sends none.
const (
	FamilyNone        Family = "none"
	FamilyOther       Family = "other"
	FamilyThunderbird Family = "thunderbird"
	FamilyAutoDetect  Family = "microsoft-autodetect"
	FamilyOutlook     Family = "outlook"
	FamilyEvolution   Family = "evolution"
	FamilyKDE         Family = "kde"
	FamilyAndroid     Family = "android"
	FamilyApple       Family = "apple"
	FamilyHorde       Family = "horde"
	FamilyCurl        Family = "curl"
	FamilyBrowser     Family = "browser"
)

// families are matched in this order: Thunderbird, KDE and Outlook call
// themselves Mozilla too.
var families = []struct {
	part   string
	family Family
}{
	{"OutlookMobileCloudService-Autodetect", FamilyAutoDetect},
	{"Thunderbird/", FamilyThunderbird},
	{"Microsoft Office/", FamilyOutlook},
	{"Microsoft Outlook", FamilyOutlook},
	{"Outlook-", FamilyOutlook},
	{"Evolution/", FamilyEvolution},
	{"ispdb/", FamilyKDE},
	{"KIO/", FamilyKDE},
	{"Horde_Http", FamilyHorde},
	{"okhttp/", FamilyAndroid},
	{"Dalvik/", FamilyAndroid},
	{"FairEmail", FamilyAndroid},
	{"CFNetwork/", FamilyApple},
	{"dataaccessd", FamilyApple},
	{"curl/", FamilyCurl},
	{"Wget/", FamilyCurl},
	{"Mozilla/", FamilyBrowser},
}

func familyOf(userAgent string) Family {
	if userAgent == "" {
		return FamilyNone
	}
	for _, f := range families {
		if strings.Contains(userAgent, f.part) {
			return f.family
		}
	}
	return FamilyOther
}
