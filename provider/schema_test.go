package provider_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

func TestSchemaIsWritten(t *testing.T) {
	var want bytes.Buffer
	encoder := json.NewEncoder(&want)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(providerSchema(t)); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("schema.json", want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(got)); diff != "" {
		t.Errorf("schema.json is not what the description gives, see -update (-want +got):\n%s", diff)
	}
}

// readSchema is the committed schema, as plain values.
func readSchema(t *testing.T) object {
	t.Helper()
	data, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var out object
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// nonsense is near no key and no word, so that hints list all that there are.
const nonsense = "zzzzzzzzzzzzzzzzzzzz"

// wrong returns the problems of a file that says one thing in one mapping.
func wrong(m mapping, key, value string) provider.Problems {
	_, err := provider.Parse("example.yaml", fmt.Appendf(nil, m.file, key, value))
	var problems provider.Problems
	errors.As(err, &problems)
	return problems
}

// hinted is what follows a prefix in a hint, or stands in front of it in the message.
func hinted(problems provider.Problems, form *regexp.Regexp) []string {
	for _, p := range problems {
		if m := form.FindStringSubmatch(p.String()); m != nil {
			return m[1:]
		}
	}
	return nil
}

var (
	knownKeys   = regexp.MustCompile(`\(known keys: (.*)\)$`)
	knownWords  = regexp.MustCompile(`\(write one of (.*)\)$`)
	knownRange  = regexp.MustCompile(`\(write a number from (\d+) to (\d+)\)$`)
	knownLength = regexp.MustCompile(`is longer than (\d+) characters`)
)

func TestSchemaKnowsTheKeysOfTheLoader(t *testing.T) {
	for _, m := range mappings() {
		t.Run(m.heading, func(t *testing.T) {
			hint := hinted(wrong(m, nonsense, "1"), knownKeys)
			if hint == nil {
				t.Fatalf("the loader names no keys: %v", wrong(m, nonsense, "1"))
			}
			want := strings.Split(hint[0], ", ")
			if diff := cmp.Diff(want, slices.Sorted(maps.Keys(propertiesOf(t, m)))); diff != "" {
				t.Errorf("keys of the loader and of the schema (-loader +schema):\n%s", diff)
			}
		})
	}
}

// propertiesOf are the keys of a mapping in the committed schema.
func propertiesOf(t *testing.T, m mapping) object {
	t.Helper()
	at := readSchema(t)
	if m.name != "" {
		at = child(t, child(t, at, "$defs"), m.name)
	}
	return child(t, at, "properties")
}

func child(t *testing.T, o object, key string) object {
	t.Helper()
	c, ok := o[key].(object)
	if !ok {
		t.Fatalf("no %q in the schema", key)
	}
	return c
}

func TestSchemaKnowsTheValuesOfTheLoader(t *testing.T) {
	defs := child(t, readSchema(t), "$defs")
	compared := 0
	for _, m := range mappings() {
		for key, property := range propertiesOf(t, m) {
			limits := collect(property, defs)
			if words := hinted(wrong(m, key, nonsense), knownWords); words != nil || key != "username" {
				compared += len(limits["enum"])
				var want []string
				if words != nil {
					want = slices.Sorted(slices.Values(strings.Split(words[0], ", ")))
				}
				if diff := cmp.Diff(want, limits["enum"]); diff != "" {
					t.Errorf("%s, %s: words (-loader +schema):\n%s", m.heading, key, diff)
				}
			}
			for _, word := range limits["enum"] {
				for _, p := range wrong(m, key, word) {
					if strings.Contains(p.What, "is `"+word+"`") {
						t.Errorf("%s, %s: the schema allows %q, and the loader says: %s", m.heading, key, word, p)
					}
				}
			}
			numbers := hinted(wrong(m, key, "99999999999"), knownRange)
			if numbers == nil {
				numbers = []string{"", ""}
			}
			schema := []string{strings.Join(limits["minimum"], " "), strings.Join(limits["maximum"], " ")}
			if diff := cmp.Diff(numbers, schema); diff != "" && key != "id" {
				t.Errorf("%s, %s: range (-loader +schema):\n%s", m.heading, key, diff)
			}
			length := hinted(wrong(m, key, strings.Repeat("x ", 1000)+"x"), knownLength)
			if diff := cmp.Diff(length, limits["maxLength"]); diff != "" {
				t.Errorf("%s, %s: length (-loader +schema):\n%s", m.heading, key, diff)
			}
		}
	}
	if compared < 45 {
		t.Errorf("only %d words were compared", compared)
	}
}

// collect gathers the limits of a schema for single values, through references,
// choices and lists, each value once and in order.
func collect(schema any, defs object) map[string][]string {
	found := map[string][]string{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(item)
			}
		case object:
			if name, ok := v["$ref"].(string); ok {
				target := defs[strings.TrimPrefix(name, "#/$defs/")]
				// A mapping has its own row.
				if o, ok := target.(object); ok && o["properties"] == nil {
					walk(o)
				}
			}
			for _, limit := range []string{"enum", "minimum", "maximum", "maxLength"} {
				found[limit] = append(found[limit], values(v[limit])...)
			}
			for _, below := range []string{"anyOf", "items", "additionalProperties"} {
				walk(v[below])
			}
		}
	}
	walk(schema)
	for limit, values := range found {
		slices.Sort(values)
		found[limit] = slices.Compact(values)
	}
	return found
}

func values(v any) []string {
	switch v := v.(type) {
	case float64:
		return []string{strconv.FormatFloat(v, 'f', -1, 64)}
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, fmt.Sprint(item))
		}
		return out
	}
	return nil
}
