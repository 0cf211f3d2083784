package autoconfig_test

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// servedSchema is the schema as it comes over the wire.
func servedSchema(t *testing.T) string {
	t.Helper()
	r := ask{host: "mail.example.net", target: "/lookup.schema.json"}.of(t, newHandler(t))
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "application/schema+json" {
		t.Fatalf("status %d, %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
	return r.body
}

// compile makes a validator. With strict, a key that the schema does not name is
// an error: readers pass over those, but we may not send what is not documented.
func compile(t *testing.T, text string, strict bool) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if strict {
		closeObjects(doc)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("lookup.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("lookup.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// closeObjects forbids further keys in every object that lists its own.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, value := range v {
			closeObjects(value)
		}
		if _, ok := v["properties"].(map[string]any); ok && v["type"] == "object" {
			v["additionalProperties"] = false
		}
	case []any:
		for _, value := range v {
			closeObjects(value)
		}
	}
}

func TestJSONOfEveryProviderIsAsTheSchemaSays(t *testing.T) {
	schema := compile(t, servedSchema(t), true)
	h := newHandler(t)
	asked := []string{"unknown.example", "user@unknown.example", "not an address", "unchecked.example"}
	for _, p := range fullTable(t).Providers() {
		for _, domain := range p.Domains {
			if !strings.HasPrefix(domain, "*") {
				asked = append(asked, domain, "some.body@"+domain)
			}
		}
	}
	for _, what := range asked {
		r := ask{host: "mail.example.net", target: "/lookup/" + strings.ReplaceAll(what, " ", "%20") + ".json"}.of(t, h)
		answer, err := jsonschema.UnmarshalJSON(strings.NewReader(r.body))
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if err := schema.Validate(answer); err != nil {
			t.Errorf("%s: %v\n%s", what, err, r.body)
		}
	}
}

func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	schema := compile(t, servedSchema(t), false)
	const good = `{"domain": "example.com", "provider": {"id": "x", "name": {"en": "X"}}, "servers": [{"protocol": "imap", "host": "h", "port": 993, "security": "tls", "username_template": "{address}"}]}`
	for _, c := range []struct {
		name, old, new string
		valid          bool
	}{
		{"nothing changed", "", "", true},
		{"a key of the future", `"domain"`, `"future": 1, "domain"`, true},
		{"plain text", `"tls"`, `"none"`, false},
		{"a port in quotes", `993`, `"993"`, false},
		{"no servers", `"servers"`, `"server"`, false},
		{"a text that is no text", `{"en": "X"}`, `"X"`, false},
		{"an id of another form", `"x"`, `"X Y"`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var answer any
			if err := json.Unmarshal([]byte(strings.Replace(good, c.old, c.new, 1)), &answer); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(answer); (err == nil) != c.valid {
				t.Errorf("valid: %t (%v), want %t", err == nil, err, c.valid)
			}
		})
	}
}

// The copy among the documents is the one that is served.
func TestSchemaInTheDocuments(t *testing.T) {
	const file = "../docs/lookup.schema.json"
	served := servedSchema(t)
	if *update {
		if err := os.WriteFile(file, []byte(served), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	documented, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(served, string(documented)); diff != "" {
		t.Errorf("%s (-served +documented):\n%s", file, diff)
	}
}
