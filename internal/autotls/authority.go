package autotls

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/caddyserver/certmagic"
	"github.com/mholt/acmez/v3/acme"
	"go.uber.org/zap"
)

const (
	// obtainLimit is how long one name may take: two orders, one a kind of challenge.
	obtainLimit = 3 * time.Minute
	// cleanEvery and keepExpired are for what lies in the storage: certificates that
	// nobody renews any more are deleted a month after their end.
	cleanEvery  = 24 * time.Hour
	keepExpired = 30 * 24 * time.Hour
	// stopLimit is how long the end of the program waits for certmagic's own work.
	stopLimit = 2 * time.Second
)

// authority is the source that certmagic is: it speaks ACME (RFC 8555) with the CA,
// answers challenges, and renews what is in its memory. When and for which names
// something is ordered is decided by ours: certmagic's on-demand mode stays off.
type authority struct {
	config  *certmagic.Config
	cache   *certmagic.Cache
	issuer  *certmagic.ACMEIssuer
	budget  budget
	allowed func(ctx context.Context, name string) error
	// scrub takes the account's address out of what is logged.
	scrub func(string) string
	log   *slog.Logger
	zap   *zap.Logger
}

func newAuthority(o Options, allowed func(ctx context.Context, name string) error) *authority {
	a := &authority{
		budget:  budget{storage: o.Storage, limit: DomainBudget, window: budgetWindow, now: time.Now},
		allowed: allowed, log: o.Log, scrub: func(text string) string { return text },
	}
	if o.Email != "" {
		a.scrub = func(text string) string { return strings.ReplaceAll(text, o.Email, "the account") }
	}
	a.zap = zap.New(bridge{handler: o.Log.Handler(), scrub: a.scrub})
	a.cache = certmagic.NewCache(certmagic.CacheOptions{
		GetConfigForCert:   func(certmagic.Certificate) (*certmagic.Config, error) { return a.config, nil },
		RenewCheckInterval: o.CheckEvery,
		Logger:             a.zap,
	})
	a.config = certmagic.New(a.cache, certmagic.Config{
		Storage:            o.Storage,
		RenewalWindowRatio: o.RenewalWindow,
		Logger:             a.zap,
		OnEvent:            a.event,
		// The one event of every handshake is not ours.
		ShouldEmitFunc: func(event string) bool { return event != "tls_get_certificate" },
	})
	host, httpPort := hostPort(o.HTTP)
	tlsHost, tlsPort := hostPort(o.HTTPS)
	if tlsHost != host {
		host = ""
	}
	a.issuer = certmagic.NewACMEIssuer(a.config, certmagic.ACMEIssuer{
		CA: o.CA, Email: o.Email, Agreed: true, TrustedRoots: o.Roots, Logger: a.zap,
		DisableHTTPChallenge: o.HTTP == nil,
		// Where certmagic finds us listening already.
		ListenHost: host, AltHTTPPort: httpPort, AltTLSALPNPort: tlsPort,
		CertObtainTimeout: obtainLimit / 2,
	})
	a.config.Issuers = []certmagic.Issuer{a.issuer}
	return a
}

// load takes a certificate from the storage into the memory, from where it is served
// and renewed.
func (a *authority) load(ctx context.Context, name string) error {
	_, err := a.config.CacheManagedCertificate(ctx, name)
	return err
}

// drop ends the renewal of names.
func (a *authority) drop(names []string) {
	subjects := make([]certmagic.SubjectIssuer, len(names))
	for i, name := range names {
		subjects[i].Subject = name
	}
	a.cache.RemoveManaged(subjects)
}

// attempt is one try to obtain a certificate. certmagic would try for 30 days by
// itself, holding its lock; cancelling the context is how to have the first answer.
type attempt struct {
	cancel  context.CancelFunc
	started bool
	err     error
}

type attemptKey struct{}

// obtain asks the CA once. It is a no-op if the storage has a certificate, maybe from
// another replica that held the lock before.
func (a *authority) obtain(ctx context.Context, name string) error {
	ctx, cancel := context.WithTimeout(ctx, obtainLimit)
	defer cancel()
	try := &attempt{cancel: cancel}
	err := a.config.ObtainCertAsync(context.WithValue(ctx, attemptKey{}, try), name)
	if try.err != nil {
		err = try.err
	}
	var spent *errSpent
	switch {
	case err == nil, errors.As(err, &spent):
		return err
	case isOfName(err):
		return fmt.Errorf("%w: %s", errName, a.scrub(err.Error()))
	}
	return errors.New(a.scrub(err.Error()))
}

// event is told by certmagic what it is about to do, and what came of it. An error
// before an order forbids it.
func (a *authority) event(ctx context.Context, event string, data map[string]any) error {
	name, _ := data["identifier"].(string)
	renewal, _ := data["renewal"].(bool)
	try, _ := ctx.Value(attemptKey{}).(*attempt)
	switch event {
	case "cert_obtaining":
		if err := a.permit(ctx, name, renewal, try); err != nil {
			return certmagic.ErrNoRetry{Err: err}
		}
	case "cert_obtained":
		a.log.Info("certificate issued", "name", name, "renewal", renewal)
	case "cert_failed":
		err, _ := data["error"].(error)
		if try != nil {
			try.err = err
			try.cancel()
			return nil
		}
		a.log.Error("certificate not renewed, the old one stays", "name", name, "error", a.scrub(fmt.Sprint(err)))
	}
	return nil
}

// permit decides on an order at the last moment, when certmagic holds the lock on the
// name and has seen that the storage has no certificate. Renewals and what certmagic
// starts by itself have not been looked at before.
func (a *authority) permit(ctx context.Context, name string, renewal bool, try *attempt) error {
	switch {
	case try == nil:
		if err := a.allowed(ctx, name); err != nil {
			return err
		}
	case try.started:
		return errors.New("one attempt was asked for")
	default:
		try.started = true
	}
	if renewal {
		return nil
	}
	err := a.budget.spend(ctx, name)
	if try != nil {
		try.err = err
	}
	return err
}

// isOfName reports whether an error of the CA is about the name that was asked for,
// so that other names need not wait.
func isOfName(err error) bool {
	var problem acme.Problem
	return errors.As(err, &problem) && slices.Contains([]string{
		acme.ProblemTypeCAA, acme.ProblemTypeCompound, acme.ProblemTypeConnection, acme.ProblemTypeDNS,
		acme.ProblemTypeIncorrectResponse, acme.ProblemTypeMalformed, acme.ProblemTypeRejectedIdentifier,
		acme.ProblemTypeTLS, acme.ProblemTypeUnauthorized, acme.ProblemTypeUnsupportedIdentifier,
	}, problem.Type)
}

// notAfter is when the newest certificate of a name in the memory expires.
func (a *authority) notAfter(name string) (time.Time, bool) {
	var last time.Time
	for _, certificate := range a.cache.AllMatchingCertificates(name) {
		if certificate.Leaf != nil && certificate.Leaf.NotAfter.After(last) {
			last = certificate.Leaf.NotAfter
		}
	}
	return last, !last.IsZero()
}

// tend does until the context ends what is to be done for the storage: it renews once
// what was overdue when it was loaded, and deletes what is long expired.
func (a *authority) tend(ctx context.Context) {
	overdue := time.NewTimer(summaryEvery)
	defer overdue.Stop()
	clean := time.NewTicker(cleanEvery)
	defer clean.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-overdue.C:
			if err := a.cache.RenewManagedCertificates(ctx); err != nil {
				a.log.Error("renewing certificates", "error", a.scrub(err.Error()))
			}
		case <-clean.C:
			err := certmagic.CleanStorage(ctx, a.budget.storage, certmagic.CleanStorageOptions{
				Logger: a.zap, Interval: cleanEvery / 2, OCSPStaples: true, ExpiredCerts: true, ExpiredCertGracePeriod: keepExpired,
			})
			if err != nil {
				a.log.Error("cleaning the storage of certificates", "error", a.scrub(err.Error()))
			}
		}
	}
}

// stop ends certmagic's own work. One that waits for the CA is not waited for.
func (a *authority) stop() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.cache.Stop()
	}()
	select {
	case <-done:
	case <-time.After(stopLimit):
	}
}
