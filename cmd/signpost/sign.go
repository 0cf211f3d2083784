package main

import (
	"errors"
	"log/slog"

	"signpost/autoconfig"
	"signpost/internal/signing"
)

// signFlags name the certificate that signs Apple profiles.
type signFlags struct {
	SignCert string `name:"sign-cert" placeholder:"FILE" help:"Certificate that signs Apple profiles, with its intermediates (PEM)."`
	SignKey  string `name:"sign-key" placeholder:"FILE" help:"Its private key (PEM, RSA or ECDSA, no passphrase)."`
}

// open reads the pair; nil without flags. A bad pair is logged, and profiles go out
// unsigned until it is good.
func (f signFlags) open(log *slog.Logger) (*signing.Files, error) {
	switch {
	case f.SignCert == "" && f.SignKey == "":
		return nil, nil
	case f.SignCert == "":
		return nil, errors.New("--sign-key needs --sign-cert beside it")
	case f.SignKey == "":
		return nil, errors.New("--sign-cert needs --sign-key beside it")
	}
	return signing.Open(f.SignCert, f.SignKey, log, nil), nil
}

// files are what a change of the pair can come from.
func (f signFlags) files() []string {
	if f.SignCert == "" {
		return nil
	}
	return []string{f.SignCert, f.SignKey}
}

// signer keeps a nil pair from becoming a Signer that is not nil.
func signer(files *signing.Files) autoconfig.Signer {
	if files == nil {
		return nil
	}
	return files
}
