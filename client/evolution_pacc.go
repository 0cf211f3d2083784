package client

import "net/http"

// readEvolutionPACC follows merge request 219 of Evolution and draft -03, where
// the server to send with is under submit. It takes status 200 alone, so a
// redirect ends the look-up, and only application/json.
func readEvolutionPACC(reply Reply, address string) (Setup, error) {
	if reply.Status != http.StatusOK {
		return Setup{}, refuse("status %d, not 200", reply.Status)
	}
	if mediaType(reply.Type) != "application/json" {
		return Setup{}, refuse("the type is %q, not application/json", reply.Type)
	}
	p, err := paccOf(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	setup := p.setup(address, "submit")
	return setup.withBoth()
}
