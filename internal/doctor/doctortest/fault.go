package doctortest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/internal/doctor"
)

// Fault is put into a domain that is well otherwise.
type Fault struct {
	Name string
	// Spoil puts the fault in.
	Spoil func(testing.TB, *World)
	// Want are the ids of all that must be found and nothing else, in any order;
	// id=severity where it is not as bad as its rule says.
	Want string
	// Fails are the clients that must not work any more, by hand or because they
	// fail; all others must. * is any of them.
	Fails string
}

// Faults are all of them.
func Faults() []Fault {
	return slices.Concat(webFaults[:], answerFaults[:], nameFaults[:], mailFaults[:], wireFaults[:])
}

// How long a mail server may take where it and a client wait for each other.
const (
	// impatient is enough where nothing comes of it.
	impatient = 4 * time.Second
	// patient leaves a quarter for a second look, which finds out why.
	patient = 10 * time.Second
)

// Check puts the fault into a world and looks at what is found.
func (f Fault) Check(t *testing.T, w *World) {
	t.Helper()
	f.Spoil(t, w)
	r := w.Examine(t.Context(), t, Alice)
	want := strings.Fields(f.Want)
	slices.Sort(want)
	if got := Found(r); !slices.Equal(got, want) {
		t.Errorf("found %s\nwant %s, in\n%s", strings.Join(got, " "), strings.Join(want, " "), Text(t, r))
	}
	if f.Fails == "*" {
		return
	}
	for _, c := range r.Clients {
		isWell := c.Verdict == doctor.Works || c.Verdict == doctor.Nothing || c.Verdict == doctor.Elsewhere
		if isNamed := slices.Contains(strings.Fields(f.Fails), c.Key); isNamed == isWell {
			t.Errorf("%s is %s (%s), want that of the clients only %q fail", c.Name, c.Verdict, c.Why, f.Fails)
		}
	}
}

// Found are the ids of what was found, each with its worst severity where that is not
// its rule's, in order.
func Found(r doctor.Report) []string {
	usual := map[string]doctor.Severity{}
	for _, rule := range doctor.Rules() {
		usual[rule.ID] = rule.Severity
	}
	seen := map[string]bool{}
	var found []string
	for _, f := range r.Findings {
		if seen[f.ID] {
			continue
		}
		seen[f.ID] = true
		id := f.ID
		if f.Severity != usual[f.ID] {
			id += "=" + string(f.Severity)
		}
		found = append(found, id)
	}
	slices.Sort(found)
	return found
}

// Text is the report as people read it, with everything.
func Text(t testing.TB, r doctor.Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b, doctor.Style{Verbose: true}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
