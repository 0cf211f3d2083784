package provider_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"signpost/provider"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// No file that the loader takes is refused by the schema.
func TestSchemaAcceptsWhatTheLoaderReads(t *testing.T) {
	schema := compileSchema(t)
	files, err := filepath.Glob("builtin/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	others, err := filepath.Glob("../autoconfig/testdata/providers/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 || len(others) < 5 {
		t.Fatalf("provider files: got %d built-in and %d others", len(files), len(others))
	}
	for _, file := range slices.Concat(files, others) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wantAccepted(t, schema, file, data)
	}
	for _, valid := range validFiles {
		wantAccepted(t, schema, valid.name, []byte(valid.file))
	}
	for name, file := range map[string]string{
		"a name that is a number":   own("a", "a.example") + "name: 163\n",
		"an id that is a number":    own("163", "a.example"),
		"numbers in quotes":         own("a", "a.example") + "secret: {length: '16'}\n",
		"truth values in quotes":    own("a", "a.example") + "hosted: 'true'\nsecret: {web_password: 'false'}\n",
		"a domain of any script":    own("a", "例子。中国"),
		"a list in a folder":        own("a", "a.example") + "domains_file: lists/a.txt\n",
		"known and not offered":     "id: a\nunchecked_domains: a.example\nunsupported: It is gone.\n",
		"a page with a placeholder": own("a", "a.example") + "webmail: https://mail.{domain}/\n",
	} {
		if _, err := provider.Parse("a.yaml", []byte(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		wantAccepted(t, schema, name, []byte(file))
	}
}

func wantAccepted(t *testing.T, schema *jsonschema.Schema, name string, file []byte) {
	t.Helper()
	value, err := editorValue(file)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s is refused: %v\n%.2000s", name, err, file)
	}
}

// onlyTheLoaderSees are the broken files that an editor with the schema shows no
// mistake in, each with the reason.
var onlyTheLoaderSees = map[string]string{
	"alias":                        "the form has less than YAML: no aliases",
	"anchor":                       "the form has less than YAML: no anchors",
	"bad-in-the-second-document":   "the schema is for each document of its own, and editors know YAML",
	"document-end-twice":           "the schema is for each document of its own",
	"two-documents":                "the schema is for each document of its own",
	"key-twice":                    "editors know YAML, and the schema sees one of the two",
	"foreign-server-domain":        "no schema compares two lists",
	"mx-twice":                     "no schema knows two spellings of a domain",
	"host-is-too-long":             "no schema puts a domain into a host name",
	"no-incoming":                  "which servers are offered to which domain is worked out",
	"no-smtp":                      "which servers are offered to which domain is worked out",
	"no-smtp-for-a-list":           "which servers are offered to which domain is worked out",
	"no-smtp-for-one-domain":       "which servers are offered to which domain is worked out",
	"plaintext-only":               "which servers are offered to which domain is worked out",
	"servers-that-are-not-offered": "which servers are offered to which domain is worked out",
	"port-25":                      "port 25 may be named where the server is not offered",
	"public-suffix":                "the list of public suffixes is long, and changes",
}

func TestSchemaRefusesBrokenFiles(t *testing.T) {
	schema := compileSchema(t)
	refused := 0
	for _, file := range brokenFiles(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// What is no YAML an editor says without a schema.
		value, err := editorValue(data)
		if err == nil {
			err = schema.Validate(value)
		}
		switch reason := onlyTheLoaderSees[name]; {
		case err == nil && reason == "":
			t.Errorf("%s is accepted:\n%s", name, data)
		case err != nil && reason != "":
			t.Errorf("%s is refused, so it need not be on the list: %v", name, err)
		case err != nil:
			refused++
		}
	}
	if refused < 40 {
		t.Errorf("only %d broken files are refused", refused)
	}
}

// One mistake each, so that none hides behind another.
func TestSchemaRefusesEachMistake(t *testing.T) {
	schema := compileSchema(t)
	const servers = "servers:\n  - {protocol: imap, host: imap.example.com}\n  - {protocol: smtp, host: smtp.example.com%s}\n"
	head := "id: a\ndomains: [a.example]\n"
	for name, file := range map[string]string{
		"no id":                        "domains: [a.example]\nhost: mail.a.example\n",
		"an id in capitals":            own("A", "a.example"),
		"no domains":                   "id: a\nhost: mail.a.example\n",
		"no servers":                   head,
		"servers beside host":          head + "host: mail.a.example\n" + fmt.Sprintf(servers, ""),
		"a host beside unsupported":    own("a", "a.example") + "unsupported: It is gone.\n",
		"OAuth2 without its block":     own("a", "a.example") + "secret: {kind: [password, oauth2]}\n",
		"an address among the domains": "id: a\ndomains: [me@a.example]\nhost: mail.a.example\n",
		"an IP address as host":        head + "host: 192.0.2.1\n",
		"a port behind the host":       head + "host: mail.a.example:993\n",
		"a scheme before the host":     head + "host: imaps://mail.a.example\n",
		"an underscore in a host":      head + "host: mail_1.a.example\n",
		"a placeholder inside a label": head + "host: mail-{domain}\n",
		"an unknown placeholder":       head + "host: mail.{host}\n",
		"a domain that stands twice":   "id: a\ndomains: [a.example, a.example]\nhost: mail.a.example\n",
		"a port that is too high":      head + fmt.Sprintf(servers, ", port: 65536"),
		"a word that is none":          head + fmt.Sprintf(servers, ", security: ssl"),
		"a key that is none":           head + fmt.Sprintf(servers, ", ssl: true"),
		"a user name that is no word":  own("a", "a.example") + "username: email\n",
		"a page without a scheme":      own("a", "a.example") + "webmail: mail.a.example\n",
		"a service over http":          own("a", "a.example") + "services: {type: caldav, url: 'http://a.example/'}\n",
		"a service at a strange place": own("a", "a.example") + "services: {type: caldav, url: 'https://a.example/%EMAILADDRESS%/{user}'}\n",
		"a list of YAML":               own("a", "a.example") + "domains_file: list.yaml\n",
		"a list above the directory":   own("a", "a.example") + "domains_file: lists/../../list.txt\n",
		"a list from the root":         own("a", "a.example") + "domains_file: /list.txt\n",
		"an empty list":                own("a", "a.example") + "setup: []\n",
		"a text of two lines":          own("a", "a.example") + "setup: \"one\\ntwo\"\n",
		"a text of blanks":             own("a", "a.example") + "setup: '  '\n",
		"a language that is none":      own("a", "a.example") + "setup: {English: one}\n",
		"a name that is too long":      own("a", "a.example") + "name: " + strings.Repeat("x", 61) + "\n",
		"a number in words":            own("a", "a.example") + "secret: {length: sixteen}\n",
		"a truth value that is none":   own("a", "a.example") + "hosted: yes\n",
	} {
		if _, err := provider.Parse("a.yaml", []byte(file)); err == nil {
			t.Errorf("%s: the loader takes\n%s", name, file)
		}
		value, err := editorValue([]byte(file))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if schema.Validate(value) == nil {
			t.Errorf("%s: the schema takes\n%s", name, file)
		}
	}
}

// editorValue reads the first document of a file as editors do: YAML 1.2.
func editorValue(file []byte) (any, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := loader.Load(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	return valueOf(&doc)
}

func valueOf(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.DocumentNode:
		return valueOf(n.Content[0])
	case yaml.AliasNode:
		return valueOf(n.Alias)
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			v, err := valueOf(item)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case yaml.MappingNode:
		o := object{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind == yaml.AliasNode {
				key = key.Alias
			}
			v, err := valueOf(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			o[key.Value] = v
		}
		return o, nil
	}
	var v any
	switch n.ShortTag() {
	case "!!null", "!!bool", "!!int", "!!float":
		if err := n.Decode(&v); err != nil {
			return nil, err
		}
		return v, nil
	}
	return n.Value, nil
}
