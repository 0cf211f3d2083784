package client

// readPimalaya follows src/pacc and src/compose/config.rs of io-pim-discovery,
// which knows draft -02: SMTP is under smtp, and submit is an unknown key. It
// takes every 2xx with any type, and no redirect.
func readPimalaya(reply Reply, address string) (Setup, error) {
	if reply.Status < 200 || reply.Status > 299 {
		return Setup{}, refuse("status %d", reply.Status)
	}
	p, err := paccOf(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	setup := p.setup(address, "smtp")
	if p.documentation != "" {
		setup.Notes = append(setup.Notes, p.documentation)
	}
	return setup.withBoth()
}
