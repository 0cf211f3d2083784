package doctorpage

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"signpost/internal/address"
	"signpost/internal/doctor"
	"signpost/provider"
	"signpost/templates"
)

// reportView is a report as the page shows it: the differences between mail programs
// first, since nobody else tells them.
type reportView struct {
	T      templates.Text
	Domain string
	// Counts are the numbers of findings, When is the time of the report.
	Counts, When string
	Cut          bool
	Differences  []findingView
	// Same says that there were settings to compare, and that they do not differ.
	Same     bool
	Programs []programView
	Servers  []serverView
	Findings []findingView
	Notes    []findingView
}

// programView is a row of the table.
type programView struct {
	Name, Found    string
	Outcome, Class string
	Reads, Sends   settingView
}

// settingView is a server in a cell, empty if there is none.
type settingView struct {
	Host     string
	Port     int
	Security string
}

// serverView is a mail server that was asked.
type serverView struct {
	Outcome, Class string
	Server, Said   string
	Problems       []string
}

func newReportData(l templates.Language, f *flight) pageData {
	r, t := f.report, l.Text
	view := &reportView{
		T: t, Domain: address.Unicode(r.Domain), Cut: r.Cut,
		Counts: templates.Fill(t.DoctorCounts,
			"errors", strconv.Itoa(r.Errors), "warnings", strconv.Itoa(r.Warnings), "notes", strconv.Itoa(r.Notes)),
		When: templates.Fill(t.DoctorWhen, "time", f.ended.UTC().Format(time.TimeOnly)),
	}
	for _, c := range r.Clients {
		view.Same = view.Same || c.Incoming != nil || c.Outgoing != nil
		view.Programs = append(view.Programs, newProgramView(t, c))
	}
	for _, s := range r.Servers {
		view.Servers = append(view.Servers, newServerView(t, s))
	}
	for _, group := range grouped(l, r.Findings) {
		switch {
		case isDifference(group.ID):
			view.Differences = append(view.Differences, group)
		case group.Class == string(doctor.Note):
			view.Notes = append(view.Notes, group)
		default:
			view.Findings = append(view.Findings, group)
		}
	}
	return pageData{Asked: view.Domain, Report: view}
}

// isDifference tells of which rules the findings are about what one mail program would
// set up and another would not.
func isDifference(id string) bool { return id == "settings-differ" || id == "login-differs" }

func newProgramView(t templates.Text, c doctor.Client) programView {
	word, class := outcome(t, c.Verdict)
	return programView{
		Name: c.Name, Found: c.Found, Outcome: word, Class: class,
		Reads: newSettingView(c.Incoming), Sends: newSettingView(c.Outgoing),
	}
}

// outcome is a verdict in words, and as a class of the style sheet.
func outcome(t templates.Text, v doctor.Verdict) (word, class string) {
	words := map[doctor.Verdict]string{
		doctor.Works: t.DoctorWorks, doctor.Fails: t.DoctorFails, doctor.ByHand: t.DoctorByHand,
		doctor.Nothing: t.DoctorNothing, doctor.Elsewhere: t.DoctorElsewhere, doctor.Untested: t.DoctorUntested,
	}
	return words[v], strings.ReplaceAll(string(v), " ", "-")
}

func newSettingView(s *doctor.Setting) settingView {
	if s == nil {
		return settingView{}
	}
	return settingView{Host: s.Host, Port: s.Port, Security: securityName(s.Security)}
}

func at(s doctor.Setting) string { return fmt.Sprintf("%s:%d", s.Host, s.Port) }

// securityName is as short as a cell is; the words are those of the protocols.
func securityName(security string) string {
	switch provider.Security(security) {
	case provider.TLS:
		return "TLS"
	case provider.STARTTLS:
		return "STARTTLS"
	}
	return security
}

func newServerView(t templates.Text, s doctor.Server) serverView {
	verdict := doctor.Works
	if !s.Works {
		verdict = doctor.Fails
	}
	view := serverView{Server: at(s.Setting), Problems: s.Problems}
	view.Outcome, view.Class = outcome(t, verdict)
	said := []string{strings.ToUpper(s.Protocol), securityName(s.Security)}
	if s.TLS != "" {
		said = append(said, s.TLS, templates.Fill(t.DoctorCertificate, "date", s.Certificate))
	}
	if len(s.Mechanisms) > 0 {
		said = append(said, templates.Fill(t.DoctorMechanisms, "names", strings.Join(s.Mechanisms, " ")))
	}
	view.Said = strings.Join(said, " · ")
	return view
}
