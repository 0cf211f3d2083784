package discovery

import (
	"net/url"
	"strings"
	"sync"

	"github.com/beevik/etree"

	"signpost/client"
	"signpost/internal/address"
)

// Outcome is what became of a client's search.
type Outcome struct {
	Client Client
	// Asked is every question, in the client's order.
	Asked []Asked
	// Setup is what the client would set up, if Found.
	Setup client.Setup
	Found bool
	// Stage is the name of the stage that had the settings.
	Stage string
	// Source is the index in Asked of the answer that was used; -1 for SRV and none.
	Source int
}

// Asked is one question and what came back.
type Asked struct {
	Stage string
	// What is the question: "GET https://…", "SRV _imaps._tcp.example.com".
	What string
	// Step is the request; its URL is empty for a look-up.
	Step Step
	// URL is where the answer came from, Chain the redirects that led there.
	URL   string
	Chain []string
	// Reply is the answer; Status 0 if there was none.
	Reply client.Reply
	// Records are the values that a look-up found.
	Records []string
	Fault   Fault
	Detail  string
	// Refusal is why the client does not use the answer; "" if it does.
	Refusal string
	// Setup is what the client makes of the answer, if Used.
	Setup client.Setup
	// Used tells whether the client could use the answer.
	Used bool
	// Ended tells that the answer ended the stage or the search.
	Ended bool
}

// Host is the host that was asked, "" for look-ups.
func (a Asked) Host() string {
	u, err := url.Parse(a.URL)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// search is one client's search under way.
type search struct {
	network *Network
	client  Client
	address address.Address
	outcome Outcome
}

// Run searches for the settings of an address as a client does. It returns when
// the client would be done, or when the network's context ends.
func Run(network *Network, c Client, a address.Address) Outcome {
	s := &search{network: network, client: c, address: a, outcome: Outcome{Client: c, Source: -1}}
	over := false
	for _, stage := range c.Stages {
		if over || s.outcome.Found && !stage.Always {
			continue
		}
		over = s.stage(stage)
	}
	return s.outcome
}

// stage runs one stage. It is true if the search is over.
func (s *search) stage(stage Stage) bool {
	values := map[string]string{"{domain}": s.address.Domain}
	if stage.Look != "" && !s.look(stage, values) {
		return false
	}
	if stage.FromServices != nil {
		s.services(stage)
		return false
	}
	stage.Steps = different(stage.Steps, values)
	answers := s.ask(stage, values)
	for _, asked := range answers {
		index := len(s.outcome.Asked)
		s.outcome.Asked = append(s.outcome.Asked, *asked)
		if asked.Used && !s.outcome.Found {
			s.outcome.Found, s.outcome.Setup, s.outcome.Stage, s.outcome.Source = true, asked.Setup, stage.Name, index
		}
		if asked.Ended && stage.Ends == EndsSearch && !asked.Used {
			return true
		}
	}
	return false
}

// different drops the steps whose URL is that of an earlier one: the full and the
// base domain of an MX host are often the same.
func different(all []Step, values map[string]string) []Step {
	seen := map[string]bool{}
	var some []Step
	for _, step := range all {
		key := step.method() + expand(step, values, address.Address{})
		if !seen[key] {
			seen[key] = true
			some = append(some, step)
		}
	}
	return some
}

// ask asks the steps of a stage, all at once or until one decides. Of those asked
// at once all are kept: the client has sent them.
func (s *search) ask(stage Stage, values map[string]string) []*Asked {
	answers := make([]*Asked, len(stage.Steps))
	if stage.Parallel {
		var all sync.WaitGroup
		for i, step := range stage.Steps {
			all.Go(func() { answers[i] = s.step(stage, step, values) })
		}
		all.Wait()
	}
	decided := false
	for i, step := range stage.Steps {
		if answers[i] == nil {
			answers[i] = s.step(stage, step, values)
		}
		asked := answers[i]
		if decided {
			asked.Used, asked.Refusal = false, "not needed any more"
			continue
		}
		decided = asked.Used || asked.Ended
		if decided && !stage.Parallel {
			return answers[:i+1]
		}
	}
	return answers
}

// step asks one question and lets the client read the answer.
func (s *search) step(stage Stage, step Step, values map[string]string) *Asked {
	target := expand(step, values, s.address)
	asked := &Asked{Stage: stage.Name, Step: step, What: step.method() + " " + target, URL: target}
	body, err := step.Body.write(s.address.String())
	if err != nil {
		asked.Fault, asked.Detail = NotHTTP, err.Error()
		return asked
	}
	reader, known := s.client.reader(step.Format)
	for range maxHops {
		h := s.network.fetch(s.client, step, target, body)
		asked.URL, asked.Chain = h.url, append(asked.Chain, h.chain...)
		asked.Fault, asked.Detail, asked.Reply = h.fault, h.detail, h.reply()
		if h.fault != NoFault || !known {
			return asked
		}
		setup, err := reader.Read(asked.Reply, s.address.String())
		if err != nil {
			asked.Refusal = strings.TrimPrefix(err.Error(), client.ErrRefused.Error()+": ")
			asked.Ended = stage.Ends.ends(asked.Reply)
			return asked
		}
		if step.Format == "pox" && s.client.Key != "thunderbird" && setup.URL != "" && len(setup.Incoming) == 0 {
			asked.Chain, target = append(asked.Chain, h.url), setup.URL
			continue
		}
		asked.Setup, asked.Used = setup, true
		break
	}
	if !asked.Used {
		asked.Fault = RedirectLoop
		return asked
	}
	if step.Digest {
		s.digest(asked)
	}
	return asked
}

// ends tells whether an answer that is not used ends the stage.
func (e Ends) ends(reply client.Reply) bool {
	if e == EndsNever || reply.Status/100 != 2 {
		return false
	}
	return e == EndsStage || isXML(reply.Body)
}

func isXML(body []byte) bool {
	doc := etree.NewDocument()
	return doc.ReadFromBytes(body) == nil && doc.Root() != nil
}

// expand writes the URL of a step.
func expand(step Step, values map[string]string, a address.Address) string {
	pairs := []string{"{address}", step.Spelling.write(a)}
	for name, value := range values {
		pairs = append(pairs, name, value)
	}
	return strings.NewReplacer(pairs...).Replace(step.URL)
}
