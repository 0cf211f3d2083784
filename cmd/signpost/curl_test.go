package main_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Documents ask the server where a person who copies a line would find it. The
// variable says where it listens in the test; the Host header stays as written.
const (
	documentedServer = "localhost:8080"
	serverVariable   = "TEST_SERVER"
)

// values is a flag that may stand more than once.
type values []string

func (v *values) String() string { return strings.Join(*v, " ") }

func (v *values) Set(s string) error {
	*v = append(*v, s)
	return nil
}

// curl does what curl does, for: curl [-s] [-i] [-X METHOD] [-H HEADER]...
// [-d DATA | -d @FILE] [-o FILE] [-w '%{http_code}'] URL.
func curl() {
	var headers, data values
	flags := flag.NewFlagSet("curl", flag.ExitOnError)
	flags.Bool("s", false, "silent, as this one always is")
	include := flags.Bool("i", false, "print the status and the headers too")
	method := flags.String("X", "", "method")
	flags.Var(&headers, "H", "header")
	flags.Var(&data, "d", "body of a POST")
	output := flags.String("o", "", "file for the body")
	write := flags.String("w", "", "what to print at the end")
	// The URL may stand anywhere.
	var target string
	for args := os.Args[1:]; len(args) > 0; {
		if err := flags.Parse(args); err != nil {
			os.Exit(2)
		}
		args = flags.Args()
		if len(args) > 0 {
			target, args = args[0], args[1:]
		}
	}
	request, err := curlRequest(*method, target, headers, data)
	if err == nil {
		err = curlPrint(request, *include, *output, *write)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "curl:", err)
		os.Exit(1)
	}
}

func curlRequest(method, target string, headers, data []string) (*http.Request, error) {
	if !strings.Contains(target, "://") {
		target = "http://" + target
	}
	var body io.Reader = http.NoBody
	if len(data) > 0 {
		text := strings.Join(data, "&")
		if name, ok := strings.CutPrefix(text, "@"); ok {
			content, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			text = string(content)
		}
		body = strings.NewReader(text)
	}
	request, err := http.NewRequestWithContext(context.Background(), method, target, body)
	if err != nil {
		return nil, err
	}
	if len(data) > 0 {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if method == "" {
			request.Method = http.MethodPost
		}
	}
	request.Header.Set("User-Agent", "curl/8")
	request.Header.Set("Accept", "*/*")
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ":")
		if value = strings.TrimSpace(value); strings.EqualFold(name, "host") {
			request.Host = value
		} else {
			request.Header.Set(name, value)
		}
	}
	return request, nil
}

func curlPrint(request *http.Request, include bool, output, write string) error {
	transport := &http.Transport{
		DisableCompression: true,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			if server := os.Getenv(serverVariable); server != "" && address == documentedServer {
				address = server
			}
			return (&net.Dialer{}).DialContext(ctx, network, address)
		},
	}
	response, err := transport.RoundTrip(request)
	if err != nil {
		return err
	}
	defer response.Body.Close() //nolint:errcheck // it has been read to its end.
	var text strings.Builder
	if include {
		fmt.Fprintf(&text, "%s %s\n", response.Proto, response.Status)
		for _, name := range slices.Sorted(maps.Keys(response.Header)) {
			fmt.Fprintf(&text, "%s: %s\n", name, strings.Join(response.Header[name], ", "))
		}
		text.WriteString("\n")
	}
	if _, err := io.Copy(&text, response.Body); err != nil {
		return err
	}
	end := strings.NewReplacer("%{http_code}", strconv.Itoa(response.StatusCode), `\n`, "\n").Replace(write)
	if output != "" {
		_, err := fmt.Print(end)
		return errors.Join(err, os.WriteFile(output, []byte(text.String()), 0o600))
	}
	_, err = fmt.Print(text.String() + end)
	return err
}
