package autoconfig

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"signpost/internal/address"
	"signpost/provider"
)

// Query is what a request asks, decoded and checked.
type Query struct {
	// Format is the name of the format that shall answer, where the body of the
	// request decides it; empty is the format of the path.
	Format string
	// Address is the address that was sent, or zero. Its domain need not be served.
	Address address.Address
	// Domain is the asked domain, as A-labels: first as it was sent (where a
	// request can ask for a domain alone), then the served one that answers.
	Domain string
	// Local is the local part, if the address's domain is the one that answers.
	Local string
	// HostDomain is the served domain that the Host header names, or empty.
	HostDomain string
	// MXDomain is HostDomain where it is another domain of the provider that
	// answers: the client came here by the MX of the asked domain.
	MXDomain string
	// Strict forbids to fall back to the Host: the request names what it wants.
	Strict bool
	// Base is this server's own origin for URLs in answers, without a slash at
	// the end; empty if it is not known.
	Base string
	// Lang is the tag of the language for answers that people read.
	Lang string
	// Gzip says that the answer may be compressed.
	Gzip bool
	// Held are the validators of what the client has already, as in If-None-Match.
	Held []string
	// Protocol is what an Autodiscover JSON request asks for.
	Protocol string
	// Schemas are the response schemas that an Autodiscover XML request accepts.
	Schemas []string
	// NeedsSafari says that the browser cannot install Apple profiles.
	NeedsSafari bool
	// RealName is the person's name for an Apple profile.
	RealName string

	// host is the provider of HostDomain, hostEntry the entry of the table by which it
	// was found.
	host      *provider.Provider
	hostEntry string
	// entry is the entry of the table that answers; empty where none does.
	entry string
}

// The ways in which a request can be wrong. Formats translate them into what
// their clients understand; none carries a part of the request.
var (
	errNoAddress  = errors.New("no address in the request")
	errMalformed  = errors.New("malformed request")
	errNotServed  = errors.New("domain not served")
	errPassword   = errors.New("password in the request")
	errInternal   = errors.New("internal error")
	errTooLarge   = errors.New("request too large")
	errMethod     = errors.New("method not allowed")
	errNoPath     = errors.New("no such path")
	errNoBase     = errors.New("own https address not known")
	errNoSchema   = errors.New("no known response schema asked for")
	errNoProtocol = errors.New("no known protocol asked for")
)

// parameters reads the values of one or more query parameters from the raw
// query, in order. net/url will not do: clients send a literal + that means
// itself (FairEmail, Nextcloud Mail, pimalaya), raw UTF-8, and semicolons, for
// which url.ParseQuery drops the parameter. Names match in any letter case.
func parameters(rawQuery string, names ...string) []string {
	var values []string
	for rawQuery != "" {
		var value string
		var found bool
		if value, found, rawQuery = nextParameter(rawQuery, names); found {
			values = append(values, value)
		}
	}
	return values
}

// nextParameter reads the first parameter of a raw query; found says that it has one
// of the names.
func nextParameter(rawQuery string, names []string) (value string, found bool, rest string) {
	pair, rest, _ := strings.Cut(rawQuery, "&")
	name, value, _ := strings.Cut(pair, "=")
	for _, n := range names {
		if strings.EqualFold(name, n) {
			return decode(value), true, rest
		}
	}
	return "", false, rest
}

// parameter reads the value of a parameter that has one or more names, and is empty
// if it is not there. It refuses to choose between two different values.
func parameter(rawQuery string, names ...string) (string, error) {
	first, seen := "", false
	for rawQuery != "" {
		var value string
		var found bool
		value, found, rawQuery = nextParameter(rawQuery, names)
		switch {
		case !found:
		case !seen:
			first, seen = value, true
		case value != first:
			return "", errMalformed
		}
	}
	return first, nil
}

// decode undoes percent encoding once, and once more where a rewriting proxy has
// encoded twice (sys4/automx issue 12: user%2540example.com). What is not valid
// percent encoding stands for itself.
func decode(value string) string {
	once := unescape(value)
	if !strings.Contains(once, "@") && strings.Contains(once, "%40") {
		return unescape(once)
	}
	return once
}

// unescape keeps a + a +, as PathUnescape does.
func unescape(s string) string {
	u, err := url.PathUnescape(s)
	if err != nil {
		return s
	}
	return u
}

// askedAddress reads an address from the query. No parameter, or an empty one,
// is errNoAddress; two different values, and anything that is no address, are
// errMalformed.
func askedAddress(r *http.Request, names ...string) (address.Address, error) {
	value, err := parameter(r.URL.RawQuery, names...)
	if err != nil {
		return address.Address{}, err
	}
	if strings.TrimSpace(value) == "" {
		return address.Address{}, errNoAddress
	}
	a, err := address.Parse(value)
	if err != nil {
		return address.Address{}, errMalformed
	}
	return a, nil
}

// askedDomain reads a domain from the query in the same way.
func askedDomain(r *http.Request, names ...string) (string, error) {
	value, err := parameter(r.URL.RawQuery, names...)
	if err != nil {
		return "", err
	}
	if value == "" {
		return "", errNoAddress
	}
	domain, err := address.ParseDomain(value)
	if err != nil {
		return "", errMalformed
	}
	return domain, nil
}

// addressOrDomain reads what a person types: an address, or a domain alone. The
// Query is strict: whoever names a domain does not want to hear of another one.
func addressOrDomain(s string) (Query, error) {
	q := Query{Strict: true}
	if strings.TrimSpace(s) == "" {
		return q, errNoAddress
	}
	typed, err := address.ParseTyped(s)
	switch {
	case err != nil:
		return q, errMalformed
	case typed.Local == "":
		q.Domain = typed.Domain
	default:
		q.Address = typed
	}
	return q, nil
}
