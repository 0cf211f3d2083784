package provider_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// object is a JSON object of a schema.
type object = map[string]any

// The Go description of the provider file, from which schema.json is written. It
// has nothing that draft-07 lacks, so that older editors understand it too, and
// regular expressions that are the same in ECMA-262 and in RE2. Numbers and truth
// values may stand in quotes, and texts may look like numbers, as for the loader.

// Parts of host names: a character of a label, one at its ends, and one that is no
// digit there. Any script will do; the loader knows what IDNA allows.
const (
	inLabel  = `[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]`
	atEnd    = `[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]`
	noDigit  = `[^\s\x00-\x40\x5b-\x60\x7b-\x7f]`
	label    = atEnd + `(` + inLabel + `{0,61}` + atEnd + `)?`
	topLabel = `([0-9]` + `[0-9-]*)?` + noDigit + `(` + inLabel + `*` + atEnd + `)?`
	domain   = `(` + label + `\.)*` + topLabel + `\.?`
	template = `([^{}]|\{(address|localpart|domain)\})*`
	language = `^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`
)

// pattern is a string of a form, and what an editor says if it is of another.
func pattern(expression, message string) object {
	return object{"type": "string", "pattern": expression, "patternErrorMessage": message}
}

func ref(definition string) object { return object{"$ref": "#/$defs/" + definition} }

func anyOf(choices ...object) object { return object{"anyOf": choices} }

// listOf is a list, or one single value.
func listOf(item object) object {
	return anyOf(item, object{"type": "array", "items": item, "minItems": 1})
}

// setOf is a list in which nothing stands twice, or one single value.
func setOf(item object) object {
	return anyOf(item, object{"type": "array", "items": item, "minItems": 1, "uniqueItems": true})
}

func words(words ...string) object { return object{"type": "string", "enum": words} }

// integer is a number in a range, in quotes or not.
func integer(low, high int) object {
	return object{"type": []string{"integer", "string"}, "minimum": low, "maximum": high, "pattern": `^[0-9]+$`}
}

func boolean() object {
	return object{"type": []string{"boolean", "string"}, "pattern": "^(true|false)$"}
}

// line is text on one line; 163 is text too.
func line(maxLength int) object {
	l := object{
		"type": []string{"string", "number", "boolean"}, "pattern": `^\s*[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*\S)?\s*$`,
		"patternErrorMessage": "write text on one line",
	}
	if maxLength > 0 {
		l["maxLength"] = maxLength
	}
	return l
}

// text is one line, or one a language.
func text(maxLength int) object {
	l := ref("line")
	if maxLength > 0 {
		l = line(maxLength)
	}
	return anyOf(l, object{
		"type": "object", "minProperties": 1, "additionalProperties": l,
		"propertyNames": object{"pattern": language, "patternErrorMessage": "use tags such as en, zh, ja, pt-BR"},
	})
}

// definitions are the forms that stand at more than one place.
func definitions() object {
	return object{
		"line":   line(0),
		"text":   text(1000),
		"domain": pattern("^"+domain+"$", "write a domain such as example.com"),
		"domainOrAllBelow": pattern(`^(\*\.)?`+domain+"$",
			"write a domain such as example.com, or *.example.com for all below it"),
		"host": pattern(`^(`+domain+`|(`+label+`\.)*\{domain\}(\.`+domain+`)?)$`,
			"write a host name such as imap.example.com or imap.{domain}, without scheme and port"),
		"page":   pattern(`^https?://[^\s@/?#]+([/?#]\S*)?$`, "write it out, beginning with https:// or http://"),
		"secure": pattern(`^https://[^\s@/?#]+([/?#]\S*)?$`, "write it out, beginning with https://"),
		"username": anyOf(
			words("address", "localpart", "other"),
			pattern("^"+template+`\{(address|localpart|domain)\}`+template+"$", "write address, localpart, other, or a template such as {localpart}.{domain}"),
		),
		"status": words("unverified", "legacy", "discouraged"),
	}
}

// A mapping is one of the mappings of a provider file.
type mapping struct {
	// name is that of its definition, empty for the file itself.
	name string
	// heading is its section in the documentation.
	heading string
	// file is a provider file with a key of it and a value.
	file     string
	required []string
	keys     map[string]object
}

func mappings() []mapping {
	return []mapping{
		{heading: "## The provider", file: "%s: %s", required: []string{"id"}, keys: providerKeys()},
		{name: "server", heading: "## A server", file: "servers: [{%s: %s}]", required: []string{"protocol", "host"}, keys: map[string]object{
			"protocol": words("imap", "pop3", "smtp"),
			"host":     ref("host"),
			"port":     integer(1, 65535),
			"security": words("tls", "starttls", "none"),
			"username": ref("username"),
			"domains":  listOf(ref("domain")),
			"region":   ref("line"),
			"variant":  ref("line"),
			"status":   ref("status"),
			"note":     ref("line"),
		}},
		{name: "secret", heading: "## The secret", file: "secret: {%s: %s}", keys: map[string]object{
			"kind":         listOf(words("password", "app-password", "authorization-code", "oauth2", "bridge", "none")),
			"name":         ref("text"),
			"length":       integer(1, 256),
			"where":        ref("text"),
			"web_password": anyOf(object{"type": "boolean"}, words("true", "false", "unknown")),
		}},
		{name: "service", heading: "## A service", file: "services: [{%s: %s}]", required: []string{"type", "url"}, keys: map[string]object{
			"type": words("caldav", "carddav", "jmap", "activesync", "ews", "graph", "owa"),
			"url": pattern(`^https://([^\s@/?#{}]|\{domain\})+([/?#]([^\s{}]|\{(address|localpart|domain)\})*)?$`,
				"write it out, beginning with https://; it may hold {address}, {localpart} and {domain}"),
			"status": ref("status"),
		}},
		{name: "oauth2", heading: "## OAuth2", file: "oauth2: {%s: %s}", required: []string{"issuer", "auth_url", "token_url", "scopes"}, keys: map[string]object{
			"issuer":     ref("line"),
			"auth_url":   ref("secure"),
			"token_url":  ref("secure"),
			"scopes":     listOf(ref("line")),
			"dav_scopes": listOf(ref("line")),
			"ews_scopes": listOf(ref("line")),
			"pkce":       boolean(),
			"note":       ref("line"),
		}},
		{name: "help", heading: "## Help", file: "help: [{%s: %s}]", required: []string{"url"}, keys: map[string]object{
			"url":   ref("page"),
			"lang":  pattern(language, "use tags such as en, zh, ja, pt-BR"),
			"topic": ref("text"),
		}},
		{name: "mx", heading: "## MX", file: "mx: [{%s: %s}]", keys: map[string]object{
			"suffix": ref("domain"),
			"status": ref("status"),
		}},
	}
}

func providerKeys() map[string]object {
	list := object{
		"type": "string", "pattern": `^[^/]+(/[^/]+)*$`, "not": object{"pattern": `(^|/)\.\.?(/|$)|\.(yaml|yml|json)$`},
		"patternErrorMessage": "write a name such as domains.txt, without .. and not absolute",
	}
	picture := object{
		"type": list["type"], "pattern": list["pattern"], "not": list["not"],
		"patternErrorMessage": "write a name such as logo.png, without .. and not absolute",
	}
	return map[string]object{
		"id": {
			"type": []string{"string", "integer"}, "minimum": 0, "pattern": `^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`,
			"patternErrorMessage": "use lower-case letters, digits and hyphens, at most 63",
		},
		"name":              text(60),
		"short_name":        text(20),
		"operator":          text(60),
		"kind":              words("free", "paid", "isp", "enterprise", "hosting", "own"),
		"lifecycle":         words("legacy", "moved", "closed"),
		"domains":           setOf(ref("domainOrAllBelow")),
		"domains_file":      list,
		"unchecked_domains": setOf(ref("domainOrAllBelow")),
		"hosted":            boolean(),
		"mx":                setOf(anyOf(ref("domain"), ref("mx"))),
		"host":              ref("host"),
		"servers":           listOf(ref("server")),
		"services":          listOf(ref("service")),
		"username":          ref("username"),
		"username_note":     ref("text"),
		"secret":            ref("secret"),
		"access":            words("on", "off", "admin"),
		"setup":             listOf(ref("text")),
		"unsupported":       ref("text"),
		"oauth2":            ref("oauth2"),
		"webmail":           listOf(ref("page")),
		"help":              listOf(anyOf(ref("page"), ref("help"))),
		"support":           ref("text"),
		"logo":              picture,
		"quirks":            listOf(ref("line")),
		"confidence":        words("high", "medium", "low"),
	}
}

// providerSchema is the whole schema.
func providerSchema(t *testing.T) object {
	t.Helper()
	page, err := os.ReadFile("../docs/provider-file.md")
	if err != nil {
		t.Fatal(err)
	}
	var root object
	defs := definitions()
	for _, m := range mappings() {
		described := m.object(t, string(page))
		if m.name == "" {
			root = described
		} else {
			defs[m.name] = described
		}
	}
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "signpost provider file"
	root["description"] = "What one mail provider offers and what a person needs to use it."
	root["$defs"] = defs
	root["allOf"] = betweenKeys()
	return root
}

// betweenKeys are the rules for which keys of the file go together.
func betweenKeys() []object {
	has := func(key string) object { return object{"required": []string{key}} }
	oauth2 := object{"const": "oauth2"}
	return []object{
		anyOf(has("domains"), has("domains_file"), has("unchecked_domains"), has("mx")),
		{"oneOf": []object{has("servers"), has("host"), has("unsupported")}},
		{
			"if": object{
				"required": []string{"secret"},
				"properties": object{"secret": object{
					"type": "object", "required": []string{"kind"},
					"properties": object{"kind": anyOf(oauth2, object{"type": "array", "contains": oauth2})},
				}},
			},
			"then": has("oauth2"),
		},
	}
}

// object is the schema of a mapping, with the words of the documentation.
func (m mapping) object(t *testing.T, page string) object {
	t.Helper()
	_, section, _ := strings.Cut(page, "\n"+m.heading+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	properties := object{}
	for _, key := range slices.Sorted(maps.Keys(m.keys)) {
		described := maps.Clone(m.keys[key])
		described["description"] = description(t, section, key)
		properties[key] = described
	}
	out := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(m.required) > 0 {
		out["required"] = m.required
	}
	return out
}

var markdownLink = regexp.MustCompile(`\[([^]]*)\]\([^)]*\)`)

// description is what the table of a section says about a key.
func description(t *testing.T, section, key string) string {
	t.Helper()
	_, row, found := strings.Cut(section, "\n| `"+key+"` |")
	row, _, _ = strings.Cut(row, "\n")
	cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(row), "|"), "|")
	if !found || len(cells) != 3 {
		t.Fatalf("the documentation has no row for the key %q, or one of another form: %q", key, row)
	}
	form, standard, says := strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])
	out := form + ": " + says
	if standard != "–" && !strings.HasPrefix(standard, "required") {
		out += " (default: " + standard + ")"
	}
	return markdownLink.ReplaceAllString(out, "$1")
}
