package autoconfig_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/autoconfig"
)

type operation struct {
	Summary    string
	Parameters []map[string]any
	Responses  map[string]any
}

// openAPI asks for the document.
func openAPI(t *testing.T, h http.Handler) (paths map[string]map[string]operation, whole map[string]any) {
	t.Helper()
	r := ask{host: "mail.example.net", target: "/openapi.json"}.of(t, h)
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "application/json; charset=utf-8" || r.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("status %d, headers %v", r.StatusCode, r.Header)
	}
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]operation
	}
	if err := json.Unmarshal([]byte(r.body), &doc); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(r.body), &whole); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1.") {
		t.Errorf("OpenAPI %q, want 3.1", doc.OpenAPI)
	}
	return doc.Paths, whole
}

var pathParameter = regexp.MustCompile(`\{[a-z]+\}`)

// Every path of the router is described, and nothing else.
func TestOpenAPIDescribesTheRouter(t *testing.T) {
	h := handlerWith(t, autoconfig.Options{Metrics: http.NotFoundHandler()})
	paths, _ := openAPI(t, h)
	var described []string
	for path := range paths {
		described = append(described, pathParameter.ReplaceAllString(path, "*"))
	}
	routed := h.RoutePatterns()
	for i, pattern := range routed {
		routed[i] = pathParameter.ReplaceAllString(pattern, "*")
	}
	slices.Sort(described)
	slices.Sort(routed)
	if diff := cmp.Diff(slices.Compact(routed), described); diff != "" {
		t.Errorf("paths (-router +document):\n%s", diff)
	}
}

func TestOpenAPIIsSound(t *testing.T) {
	paths, whole := openAPI(t, newHandler(t))
	for path, operations := range paths {
		for method, o := range operations {
			if o.Summary == "" || len(o.Responses) == 0 {
				t.Errorf("%s %s has no summary or no responses", method, path)
			}
			var declared []string
			for _, p := range o.Parameters {
				if p["in"] == "path" {
					declared = append(declared, fmt.Sprintf("{%s}", p["name"]))
				}
			}
			if diff := cmp.Diff(pathParameter.FindAllString(path, -1), declared); diff != "" {
				t.Errorf("%s %s: parameters of the path (-path +declared):\n%s", method, path, diff)
			}
		}
	}
	for _, ref := range references(whole) {
		if ref == "lookup.schema.json" {
			continue
		}
		var at any = whole
		for _, key := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
			object, _ := at.(map[string]any)
			at = object[key]
		}
		if at == nil {
			t.Errorf("%s leads nowhere", ref)
		}
	}
}

// references collects every $ref below v.
func references(v any) []string {
	var found []string
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if ref, ok := value.(string); ok && key == "$ref" {
				found = append(found, ref)
			}
			found = append(found, references(value)...)
		}
	case []any:
		for _, value := range v {
			found = append(found, references(value)...)
		}
	}
	return found
}
