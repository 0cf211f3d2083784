package doctor

import "slices"

// Rule is what can be found: one entry in docs/doctor.md.
type Rule struct {
	// ID is the name, which stays the same from version to version.
	ID string
	// Severity is how bad it is, unless the circumstances say otherwise.
	Severity Severity
	// Means are sentences for admins, Fix is what to do, without a full stop.
	Means, Fix string
	// subject: the clients are the subject of a finding's sentence; else it has one
	// of its own, and they stand beside it.
	subject bool
}

// Rules lists all rules in the order in which findings of the same severity stand:
// what clients do differently first.
func Rules() []Rule {
	return slices.Concat(clientRules[:], webRules[:], answerRules[:], nameRules[:], serverRules[:], runRules[:])
}

// ruleOf is the rule of an ID. A test walks through the sources and sees that there
// is one for all that can be found.
func ruleOf(id string) Rule {
	rules := Rules()
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{ID: id, Severity: Error}
	}
	return rules[i]
}
