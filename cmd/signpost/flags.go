package main

import (
	"fmt"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"signpost/autoconfig"
	"signpost/templates"
)

// listenAddress is where a server listens: host:port, or :port for every address
// of the machine. Port 0 lets the system choose one.
type listenAddress string

// UnmarshalText checks the form, so that the message can name the flag or the
// variable that the value comes from.
func (a *listenAddress) UnmarshalText(text []byte) error {
	_, port, err := net.SplitHostPort(string(text))
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("%q is not of the form host:port or :port", text)
	}
	*a = listenAddress(text)
	return nil
}

// proxyPrefix is a network of trusted proxies; a single address is a network of one.
type proxyPrefix netip.Prefix

// UnmarshalText reads 10.0.0.0/8, 2001:db8::/32, 192.0.2.1 and their kin.
func (p *proxyPrefix) UnmarshalText(text []byte) error {
	s := string(text)
	if addr, err := netip.ParseAddr(s); err == nil && addr.Zone() == "" {
		s = netip.PrefixFrom(addr, addr.BitLen()).String()
	}
	prefix, err := netip.ParsePrefix(s)
	if err != nil {
		return fmt.Errorf("%q is neither a network such as 10.0.0.0/8 nor an address", text)
	}
	*p = proxyPrefix(prefix.Masked())
	return nil
}

// environmentName is the variable of a flag: --admin-http is SIGNPOST_ADMIN_HTTP.
func environmentName(flag string) string {
	name := strings.TrimLeft(flag, "-")
	return environmentPrefix + "_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// dropEmptyVariables makes an empty variable an unset one: compose files and unit
// files write SIGNPOST_PUBLIC_URL= for "none".
func dropEmptyVariables() error {
	for _, variable := range os.Environ() {
		name, value, _ := strings.Cut(variable, "=")
		if value != "" || !strings.HasPrefix(name, environmentPrefix+"_") {
			continue
		}
		if err := os.Unsetenv(name); err != nil {
			return fmt.Errorf("unsetting the empty variable %s: %w", name, err)
		}
	}
	return nil
}

// formatNames lists the formats for the help of --format.
func formatNames() (string, error) {
	texts, err := templates.Load()
	if err != nil {
		return "", fmt.Errorf("listing the formats: %w", err)
	}
	formats := autoconfig.Formats(texts, autoconfig.Options{})
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", "), nil
}
