package autoconfig

import "strings"

// scanAutodiscover reads an Autodiscover request in the form in which every known
// client writes it: an XML declaration or none, Autodiscover with its namespace, one
// Request, the address, the response schemas, in printable ASCII without references,
// comments or prefixes. It is false for everything else, for the parser to judge:
// that a request is wrong is never said here.
func scanAutodiscover(body []byte) (request autodiscoverRequest, ok bool) {
	s := scanner{rest: string(body)}
	s.space()
	s.declaration()
	request.namespace, ok = s.root()
	if !ok || !s.open("Request") {
		return autodiscoverRequest{}, false
	}
	for !s.close("Request") {
		switch {
		case s.open("EMailAddress"):
			if request.hasEmail {
				return autodiscoverRequest{}, false
			}
			request.email, request.hasEmail = s.text(), true
			ok = s.close("EMailAddress")
		case s.open("AcceptableResponseSchema"):
			if schema := strings.TrimSpace(s.text()); schema != "" {
				request.schemas = append(request.schemas, schema)
			}
			ok = s.close("AcceptableResponseSchema")
		default:
			return autodiscoverRequest{}, false
		}
		if !ok {
			return autodiscoverRequest{}, false
		}
	}
	ok = s.close("Autodiscover") && s.rest == ""
	return request, ok
}

// scanner goes through a text. Each step takes what it is asked for, with the white
// space behind a tag, or nothing.
type scanner struct{ rest string }

func (s *scanner) take(prefix string) bool {
	rest, ok := strings.CutPrefix(s.rest, prefix)
	if ok {
		s.rest = rest
	}
	return ok
}

func (s *scanner) space() { s.rest = strings.TrimLeft(s.rest, " \t\r\n") }

// declaration passes over the declaration of XML 1.0 in UTF-8.
func (s *scanner) declaration() {
	if s.take(`<?xml version="1.0" encoding="utf-8"?>`) || s.take(`<?xml version="1.0" encoding="UTF-8"?>`) {
		s.space()
	}
}

func (s *scanner) root() (namespace string, ok bool) {
	if s.open("Autodiscover") {
		return "", true
	}
	if !s.take(`<Autodiscover xmlns="`) {
		return "", false
	}
	namespace = s.text()
	ok = s.take(`">`)
	s.space()
	return namespace, ok
}

// open takes a tag that opens. What is behind that of a text is left for text.
func (s *scanner) open(tag string) bool {
	if !s.tag("<", tag) {
		return false
	}
	if tag == "Request" || tag == "Autodiscover" {
		s.space()
	}
	return true
}

func (s *scanner) close(tag string) bool {
	if !s.tag("</", tag) {
		return false
	}
	s.space()
	return true
}

// tag takes a tag without attributes.
func (s *scanner) tag(begin, tag string) bool {
	rest, ok := strings.CutPrefix(s.rest, begin)
	if !ok {
		return false
	}
	if rest, ok = strings.CutPrefix(rest, tag); !ok {
		return false
	}
	if rest, ok = strings.CutPrefix(rest, ">"); ok {
		s.rest = rest
	}
	return ok
}

// text takes the characters that mean themselves wherever they stand.
func (s *scanner) text() string {
	n := 0
	for n < len(s.rest) {
		c := s.rest[n]
		if c < 0x20 || c > 0x7e || c == '<' || c == '>' || c == '&' || c == '"' {
			break
		}
		n++
	}
	text := s.rest[:n]
	s.rest = s.rest[n:]
	return text
}
