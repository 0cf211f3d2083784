package client

import (
	"maps"
	"net/http"
	"slices"

	"signpost/provider"
)

// profileReaders lists the readers of configuration profiles.
func profileReaders() []Reader {
	return []Reader{
		{Client: "apple", Format: "profile", Version: "schema of 2024-10 (apple/device-management)", Read: readApple},
	}
}

// readApple follows Apple's schema of configuration profiles (TopLevel.yaml,
// CommonPayloadKeys.yaml and com.apple.mail.managed.yaml): what iPhone, iPad and
// Mac make of a profile that a person installs, signed or not. Payloads of other
// types are no mail and only have to be well-formed. What the schema leaves open is
// a belief and says so.
func readApple(reply Reply, _ string) (Setup, error) {
	if reply.Status != http.StatusOK {
		return Setup{}, refuse("status %d", reply.Status)
	}
	if mediaType(reply.Type) != "application/x-apple-aspen-config" {
		return Setup{}, refuse("the type is %q: iOS saves the file instead of installing it", reply.Type)
	}
	profile, err := appleProfile(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	notes, err := appleEnvelope(profile)
	if err != nil {
		return Setup{}, err
	}
	setup := Setup{Notes: notes}
	r := valueReader{}
	seen := map[string]bool{r.text(profile, "PayloadUUID", required): true}
	for _, item := range r.list(profile, "PayloadContent", required) {
		payload, ok := item.(map[string]any)
		if !ok {
			return Setup{}, refuse("PayloadContent has %s in it, not a dictionary", typeName(item))
		}
		kind, uuid, err := applePayload(payload)
		if err != nil {
			return Setup{}, err
		}
		// Belief: identifiers of payloads must not repeat in a profile.
		if seen[uuid] {
			return Setup{}, refuse("the PayloadUUID %s is there twice", uuid)
		}
		seen[uuid] = true
		if kind != "com.apple.mail.managed" {
			continue
		}
		if err := setup.addAppleMail(payload); err != nil {
			return Setup{}, err
		}
	}
	if r.err != nil {
		return Setup{}, r.err
	}
	return setup.withBoth()
}

// appleProfile is the property list of a profile, which may be signed.
func appleProfile(body []byte) (map[string]any, error) {
	if isSigned(body) {
		content, err := signedContent(body)
		if err != nil {
			return nil, err
		}
		body = content
	}
	return plistDictionary(body)
}

// appleEnvelope checks the keys around the payloads and returns what the person
// reads before the installation: the description, and the text to agree to in its
// default language.
func appleEnvelope(profile map[string]any) (notes []string, err error) {
	kind, _, err := applePayload(profile)
	if err != nil {
		return nil, err
	}
	if kind != "Configuration" {
		return nil, refuse("the PayloadType is %q, not Configuration", kind)
	}
	r := valueReader{}
	encrypted := r.boolean(profile, "IsEncrypted")
	locked := r.boolean(profile, "PayloadRemovalDisallowed")
	consent := r.object(profile, "ConsentText", optional)
	for _, text := range []string{r.text(profile, "PayloadDescription", optional), r.text(consent, "default", optional)} {
		if text != "" {
			notes = append(notes, text)
		}
	}
	for _, language := range slices.Sorted(maps.Keys(consent)) {
		r.text(consent, language, required)
	}
	switch {
	case r.err != nil:
		return nil, r.err
	case encrypted:
		return nil, refuse("the profile is encrypted for one device")
	case locked:
		// Belief: without supervision the device does not install it.
		return nil, refuse("PayloadRemovalDisallowed wants a supervised device")
	}
	return notes, nil
}

// applePayload checks the keys that profile and payloads have in common.
func applePayload(payload map[string]any) (kind, uuid string, err error) {
	r := valueReader{}
	kind = r.text(payload, "PayloadType", required)
	uuid = r.text(payload, "PayloadUUID", required)
	identifier := r.text(payload, "PayloadIdentifier", required)
	version := r.integer(payload, "PayloadVersion", required)
	for _, key := range []string{"PayloadDisplayName", "PayloadOrganization", "PayloadDescription"} {
		r.text(payload, key, optional)
	}
	switch {
	case r.err != nil:
		return "", "", r.err
	case identifier == "" || uuid == "":
		return "", "", refuse("the PayloadIdentifier is %q and the PayloadUUID %q", identifier, uuid)
	case version != 1:
		return "", "", refuse("the PayloadVersion is %d, not 1", version)
	}
	return kind, uuid, nil
}

// addAppleMail adds the account of a mail payload.
func (s *Setup) addAppleMail(payload map[string]any) error {
	r := valueReader{}
	protocols := map[string]provider.Protocol{"EmailTypeIMAP": provider.IMAP, "EmailTypePOP": provider.POP3}
	kind := r.text(payload, "EmailAccountType", required)
	for _, key := range []string{"EmailAddress", "EmailAccountName", "EmailAccountDescription"} {
		r.text(payload, key, optional)
	}
	r.boolean(payload, "OutgoingPasswordSameAsIncomingPassword")
	if r.err != nil {
		return r.err
	}
	if protocols[kind] == "" {
		return refuse("the EmailAccountType is %q", kind)
	}
	incoming, err := appleServers(payload, "Incoming", protocols[kind])
	if err != nil {
		return err
	}
	outgoing, err := appleServers(payload, "Outgoing", provider.SMTP)
	if err != nil {
		return err
	}
	s.Incoming = append(s.Incoming, incoming...)
	s.Outgoing = append(s.Outgoing, outgoing...)
	return nil
}

// appleServers reads the server of one direction. A user name that is absent is
// asked for. Without a port the device tries 25, 587 and 465 to send (as the
// schema says), and the registered one to read (a belief).
func appleServers(payload map[string]any, direction string, protocol provider.Protocol) ([]Server, error) {
	r := valueReader{}
	key := func(name string) string { return direction + "MailServer" + name }
	s := Server{
		Protocol: protocol,
		Host:     r.text(payload, key("HostName"), required),
		Login:    r.text(payload, key("Username"), optional),
	}
	method := r.text(payload, key("Authentication"), required)
	useSSL := r.boolean(payload, key("UseSSL"))
	port := r.integer(payload, key("PortNumber"), optional)
	if r.err != nil {
		return nil, r.err
	}
	s.Auth = map[string]Auth{
		"EmailAuthPassword": AuthPassword, "EmailAuthCRAMMD5": AuthEncrypted, "EmailAuthHTTPMD5": AuthEncrypted,
		"EmailAuthNTLM": AuthOther, "EmailAuthNone": AuthNone,
	}[method]
	_, hasPort := payload[key("PortNumber")]
	switch {
	case s.Host == "":
		return nil, refuse("the %s is empty", key("HostName"))
	case s.Auth == "":
		return nil, refuse("the %s is %q", key("Authentication"), method)
	case hasPort && (port < 1 || port > 65535):
		return nil, refuse("the %s is %d", key("PortNumber"), port)
	}
	ports := []int{int(port)}
	switch {
	case !hasPort && protocol == provider.SMTP:
		ports = []int{25, 587, 465}
	case !hasPort && useSSL:
		ports = []int{registeredPort(protocol, provider.TLS)}
	case !hasPort:
		ports = []int{registeredPort(protocol, provider.Plaintext)}
	}
	var servers []Server
	for _, s.Port = range ports {
		s.Security = appleSecurity(useSSL, s.Port)
		servers = append(servers, s)
	}
	return servers, nil
}

// appleSecurity: UseSSL, which is false unless it is there, asks for TLS of either
// kind. That the device upgrades by STARTTLS on the ports for it, and begins with
// TLS on all others, is a belief.
func appleSecurity(useSSL bool, port int) provider.Security {
	if !useSSL {
		return provider.Plaintext
	}
	switch port {
	case 25, 110, 143, 587:
		return provider.STARTTLS
	}
	return provider.TLS
}
