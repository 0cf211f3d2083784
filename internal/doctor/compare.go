package doctor

import (
	"fmt"
	"slices"
	"strings"

	"signpost/client"
	"signpost/provider"
)

// judgeDifferences holds the clients' settings against each other.
func (e *examination) judgeDifferences() {
	for _, protocol := range []provider.Protocol{provider.IMAP, provider.POP3, provider.SMTP} {
		e.differ("settings-differ", protocol, func(s client.Server) string {
			return fmt.Sprintf("%s:%d with %s", strings.ToLower(s.Host), s.Port, securityName(s.Security))
		})
		e.differ("login-differs", protocol, func(s client.Server) string { return s.Login })
	}
}

// differ adds a finding if the clients would set different things up for a
// protocol. An empty value is no opinion.
func (e *examination) differ(id string, protocol provider.Protocol, value func(client.Server) string) {
	clients := map[string][]string{}
	var values []string
	for _, o := range e.outcomes {
		for _, s := range used(o.Setup) {
			v := value(s)
			if s.Protocol != protocol || v == "" {
				continue
			}
			if !slices.Contains(values, v) {
				values = append(values, v)
			}
			clients[v] = append(clients[v], o.Client.Name)
		}
	}
	if len(values) < 2 {
		return
	}
	slices.SortStableFunc(values, func(a, b string) int { return len(clients[b]) - len(clients[a]) })
	// The same host in two ways is no worry; two hosts are.
	severity := Note
	host := func(v string) string { before, _, _ := strings.Cut(v, ":"); return before }
	if id == "login-differs" || slices.ContainsFunc(values, func(v string) bool { return host(v) != host(values[0]) }) {
		severity = Warning
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = fmt.Sprintf("%s %s %s", list(clients[v]), plural(len(clients[v]), "uses", "use"), v)
	}
	e.found.addAs(severity, id, fmt.Sprintf("For %s, %s", strings.ToUpper(string(protocol)), strings.Join(parts, "; ")))
}

// judgeClients tells who gets nothing.
func (e *examination) judgeClients() {
	found, searched := 0, 0
	for _, o := range e.outcomes {
		if o.Client.Optional {
			continue
		}
		searched++
		if o.Found {
			found++
		}
	}
	if searched > 0 && found == 0 {
		e.found.add("no-settings", "no mail client finds settings for this address")
		return
	}
	for _, o := range e.outcomes {
		if !o.Found && !o.Client.Optional {
			e.found.add("client-without-settings", "finds no settings: "+gaveUp(o), o.Client.Name)
		}
	}
}

// list joins names as a sentence has them.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
