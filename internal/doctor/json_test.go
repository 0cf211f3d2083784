package doctor_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"signpost/internal/doctor"
	"signpost/internal/doctor/doctortest"
	"signpost/provider"
)

// The JSON form of reports of all kinds is that of the published schema.
func TestJSONFollowsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/doctor.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*doctortest.World){
		"a healthy domain": func(*doctortest.World) {},
		"STARTTLS":         (*doctortest.World).UseSTARTTLS,
		"nothing at all": func(w *doctortest.World) {
			w.Close(doctortest.SetupIP+":443", doctortest.SetupIP+":80", doctortest.SiteIP+":443", doctortest.SiteIP+":80")
			w.Without("_tcp.")
		},
		"broken mail servers": func(w *doctortest.World) {
			w.Mail[993] = doctortest.MailServer{Protocol: provider.POP3, Implicit: true}
			w.Close(doctortest.MailIP + ":465")
		},
		"redirects": func(w *doctortest.World) {
			w.Setup = doctortest.Answering(doctortest.IsAutoconfig, func(rw http.ResponseWriter, r *http.Request) {
				http.Redirect(rw, r, "https://"+r.Host+r.URL.String(), http.StatusFound)
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			spoil(w)
			content, err := json.Marshal(w.Examine(t.Context(), t, doctortest.Alice))
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(content, []byte("alice")) {
				t.Errorf("the local part is in it:\n%s", content)
			}
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%v\n%s", err, content)
			}
		})
	}
}

// The schema is no wildcard: it refuses what is none.
func TestTheSchemaRefusesOtherThings(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/doctor.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	good := `{"domain":"example.com","errors":0,"warnings":0,"notes":0,"clients":[],"servers":[],"findings":[],"cut":false}`
	for text, want := range map[string]bool{
		good: true,
		strings.Replace(good, `"cut":false`, `"cut":1`, 1):                                      false,
		strings.Replace(good, `"domain"`, `"host"`, 1):                                          false,
		strings.Replace(good, `"findings":[]`, `"findings":[{"id":"x","severity":"fatal"}]`, 1): false,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// The text has no line of more than 80 columns but those with a name that is longer,
// colours only where they are asked for, and no local part.
func TestText(t *testing.T) {
	w := newWorld(t)
	w.Leaves["imap.example.com"] = doctortest.Leaf{Name: "mail.example.net"}
	r := w.Examine(t.Context(), t, doctortest.Alice)
	for _, style := range []doctor.Style{{}, {Verbose: true}, {Colour: true}} {
		var b strings.Builder
		if err := r.Write(&b, style); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		if strings.Contains(got, "\x1b") != style.Colour || strings.Contains(got, "alice") {
			t.Errorf("%+v: got\n%s", style, got)
		}
		for line := range strings.Lines(got) {
			isLong := len([]rune(strings.TrimRight(line, "\n"))) > 80
			if isLong && !style.Colour && len(strings.Fields(line)) > 1 {
				t.Errorf("%q is longer than 80 columns", line)
			}
		}
		if want := "imap.example.com:993"; !strings.Contains(got, want) {
			t.Errorf("%+v: %q is missing in\n%s", style, want, got)
		}
	}
	if want := "1 error, 0 warnings, 0 notes"; !strings.Contains(doctortest.Text(t, r), want) {
		t.Errorf("got\n%s\nwant %q", doctortest.Text(t, r), want)
	}
}
