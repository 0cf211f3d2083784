package draft

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"signpost/internal/address"
	"signpost/provider"
)

// The placeholders of autoconfig files (draft-ietf-mailmaint-autoconfig-06, section
// 3.8), which other projects use too.
var (
	knownPlaceholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%(EMAILADDRESS|EMAILLOCALPART|EMAILDOMAIN)(%?)`) })
	otherPlaceholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%[A-Z]{3,}%?|[{}]`) })
)

var ours = map[string]string{"EMAILADDRESS": "{address}", "EMAILLOCALPART": "{localpart}", "EMAILDOMAIN": "{domain}"}

// errPlaceholder is returned for a text with a placeholder that nothing here fills in.
var errPlaceholder = errors.New("it has a placeholder that is not known")

// Template rewrites the placeholders %EMAILADDRESS%, %EMAILLOCALPART% and
// %EMAILDOMAIN% as those of provider files. One without its closing percent sign
// counts, and repaired is true.
func Template(s string) (template string, repaired bool, err error) {
	if otherPlaceholder().MatchString(knownPlaceholder().ReplaceAllString(s, "")) {
		return "", false, errPlaceholder
	}
	template = knownPlaceholder().ReplaceAllStringFunc(s, func(found string) string {
		parts := knownPlaceholder().FindStringSubmatch(found)
		repaired = repaired || parts[2] == ""
		return ours[parts[1]]
	})
	return template, repaired, nil
}

// Login reads the template of a login. A login that is the same for everybody,
// and one that holds an unknown placeholder, only the person can know.
func (d *Draft) Login(at Position, s string) provider.Username {
	s = Line(s)
	template, repaired, err := Template(s)
	if err != nil || !strings.Contains(template, "{") {
		d.Note(at, fmt.Sprintf("user name `%s` cannot be told from the address", clip(s)), "write `username` as a template, or say what it is under `username_note`")
		return provider.UsernameOther
	}
	if repaired {
		d.Note(at, fmt.Sprintf("user name `%s` lacks a closing %%, which is added", clip(s)), "")
	}
	return provider.Username(template)
}

// Host reads a host name, in which only %EMAILDOMAIN% can stand, into A-labels.
func Host(s string) (string, error) {
	const stand = "domain.placeholder"
	template, _, err := Template(Line(s))
	if err != nil {
		return "", err
	}
	host, err := address.ParseDomain(strings.ReplaceAll(template, "{domain}", stand))
	if err != nil {
		return "", errors.New("it cannot be a host name")
	}
	return strings.ReplaceAll(host, stand, "{domain}"), nil
}

// AddService takes in a URL-based service, if its URL is a https one.
func (d *Draft) AddService(at Position, t provider.ServiceType, s string) {
	link, _, err := Template(Line(s))
	if err == nil {
		err = checkURL(link, "https")
	}
	if err != nil {
		d.Note(at, fmt.Sprintf("service %s at `%s` is left out: %v", t, clip(s), err), "")
		return
	}
	d.Services = append(d.Services, provider.Service{Type: t, URL: link})
}

// Page reads the address of a page for people. Pages are the same for everybody,
// so a domain in the address is filled in only where there is a single one.
func (d *Draft) Page(at Position, s string) (string, bool) {
	link, _, err := Template(Line(s))
	if err == nil && len(d.Domains) == 1 {
		link = strings.ReplaceAll(link, "{domain}", d.Domains[0])
	}
	switch {
	case err != nil:
	case strings.Contains(link, "{"):
		err = errors.New("it is not the same for everybody")
	default:
		err = checkURL(link, "https", "http")
	}
	if err != nil {
		d.Note(at, fmt.Sprintf("page `%s` is left out: %v", clip(s), err), "")
		return "", false
	}
	return link, true
}

func checkURL(s string, schemes ...string) error {
	u, err := url.Parse(strings.NewReplacer("{address}", "a", "{localpart}", "a", "{domain}", "a.b").Replace(s))
	switch {
	case err != nil || u.Host == "" || u.User != nil:
		return errors.New("it is not an absolute address")
	case !slices.Contains(schemes, u.Scheme):
		return fmt.Errorf("it does not begin with %s://", strings.Join(schemes, ":// or "))
	}
	return nil
}
