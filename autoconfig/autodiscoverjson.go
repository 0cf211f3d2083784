package autoconfig

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"signpost/internal/address"
	"signpost/provider"
)

const autodiscoverJSONPath = "/autodiscover/autodiscover.json"

// autodiscoverJSONFormat is Autodiscover V2: what new Outlook, Outlook mobile and
// Microsoft's AutoDetect ask first. It carries no mail settings, only the URL of
// the next protocol.
func autodiscoverJSONFormat() Format {
	return Format{
		Name:     "autodiscover-json",
		Patterns: []string{autodiscoverJSONPath, autodiscoverJSONPath + "/v1.0/*"},
		Methods:  []string{http.MethodGet},
		Origin:   true,
		Parse:    parseAutodiscoverJSON,
		Render:   renderAutodiscoverJSON,
		Variant:  autodiscoverJSONVariant,
		Fail:     failAutodiscoverJSON,
	}
}

// parseAutodiscoverJSON reads the query form and the path form. Names of
// parameters and protocols match in any letter case; others are passed over.
func parseAutodiscoverJSON(r *http.Request) (Query, error) {
	protocol, err := parameter(r.URL.RawQuery, "Protocol")
	q := Query{Protocol: protocol}
	if err != nil {
		return q, errNoProtocol
	}
	const marker = "/v1.0/"
	path := collapseSlashes(r.URL.Path)
	if i := strings.Index(strings.ToLower(path), marker); i >= 0 {
		// net/http has decoded the path once.
		value := strings.TrimSuffix(path[i+len(marker):], "/")
		if !strings.Contains(value, "@") {
			value = unescape(value)
		}
		q.Address, err = address.Parse(value)
		if err != nil {
			err = errNoAddress
		}
	} else {
		q.Address, err = askedAddress(r, "Email", "EmailAddress")
	}
	// The protocol is missed first, as Exchange does; and an address is needed
	// even where the Host would say enough.
	q.Strict = err != nil
	if strings.TrimSpace(protocol) == "" {
		return q, errNoProtocol
	}
	return q, err
}

// autodiscoverV1 is the protocol that leads to the XML document.
const autodiscoverV1 = "AutodiscoverV1"

type autodiscoverJSON struct {
	Protocol string `json:"Protocol"`
	URL      string `json:"Url"`
}

func renderAutodiscoverJSON(q Query, a provider.Account) (Document, error) {
	answers := []autodiscoverJSON{
		{autodiscoverV1, q.Base + poxPath},
		{"ActiveSync", a.Service(provider.ActiveSync)},
		{"Ews", a.Service(provider.EWS)},
	}
	supported := make([]string, 0, len(answers))
	for _, answer := range answers {
		if answer.URL == "" {
			continue
		}
		if answer.Protocol == autodiscoverV1 {
			if err := expressibleInPOX(a); err != nil && a.Service(provider.ActiveSync) == "" {
				continue
			}
		}
		supported = append(supported, "'"+answer.Protocol+"'")
		if !strings.EqualFold(q.Protocol, answer.Protocol) {
			continue
		}
		if answer.Protocol == autodiscoverV1 && q.Base == "" {
			return Document{}, errNoBase
		}
		return jsonDocument(http.StatusOK, answer)
	}
	return Document{}, &invalidProtocol{
		message: fmt.Sprintf("The given protocol value '%s' is invalid. Supported values are %s.", cleanWord(q.Protocol), quoteList(supported)),
	}
}

// autodiscoverJSONVariant knows the protocols that can be asked for. What others
// are told repeats a part of the request.
func autodiscoverJSONVariant(q *Query) (variant, bool) {
	for _, protocol := range []string{autodiscoverV1, "ActiveSync", "Ews"} {
		if strings.EqualFold(q.Protocol, protocol) {
			return variant{local: q.Local != "", base: q.Base != "", word: protocol}, plainASCII(q.Local) && plainOrigin(q.Base)
		}
	}
	return variant{}, false
}

// plainOrigin says that an origin has nothing in it that JSON escapes.
func plainOrigin(s string) bool {
	return plainASCII(s) && !strings.ContainsAny(s, `"\\`)
}

// invalidProtocol is a protocol that the provider does not have.
type invalidProtocol struct{ message string }

// Error is what Microsoft's own servers say.
func (e *invalidProtocol) Error() string { return e.message }

// Unwrap gives it its class.
func (e *invalidProtocol) Unwrap() error { return errNoProtocol }

type autodiscoverJSONError struct {
	Code    string `json:"ErrorCode"`
	Message string `json:"ErrorMessage"`
}

// failAutodiscoverJSON answers with a status and the error object that Microsoft's
// own servers send.
func failAutodiscoverJSON(_ Query, err error) Document {
	code, message := "MandatoryParameterMissing", "A valid smtp address must be provided."
	status := status(err)
	var refusal *Refusal
	var invalid *invalidProtocol
	switch {
	case errors.As(err, &invalid):
		code, message, status = "InvalidProtocol", invalid.message, http.StatusBadRequest
	case errors.Is(err, errNoProtocol):
		message = "A valid value must be provided for the query parameter 'Protocol'."
		status = http.StatusBadRequest
	case errors.Is(err, errNotServed), errors.As(err, &refusal):
		code, message = "UserNotFound", "The given user is not found."
		status = http.StatusNotFound
	case errors.Is(err, errNoBase):
		code, message = "ProtocolNotSupported", "This server does not know its own https address."
	case errors.Is(err, errMethod):
		code, message = "InvalidRequest", "Only GET is answered here."
	case errors.Is(err, errInternal):
		code, message = "InternalServerError", "An internal server error occurred."
	}
	doc, encodeErr := jsonDocument(status, autodiscoverJSONError{code, message})
	if encodeErr != nil {
		return plain(http.StatusInternalServerError, "internal error\n")
	}
	return doc
}

// maxWord bounds what is repeated of a request, in bytes.
const maxWord = 64

// cleanWord keeps the letters and digits of a word, so that it can be repeated.
func cleanWord(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	return s[:min(len(s), maxWord)]
}

func quoteList(words []string) string {
	if len(words) == 0 {
		return "''"
	}
	return strings.Join(words, ", ")
}
