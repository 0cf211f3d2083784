//go:build load

// Command bare is what signpost is held against: net/http with one handler, which
// writes the same prepared bytes whatever it is asked, with Content-Type and
// Content-Length and nothing else.
package main

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "bare: %v\n", err)
		os.Exit(1)
	}
}

func run() error {
	address := flag.String("address", "", "where to listen")
	file := flag.String("body", "", "file with the body of the answer")
	kind := flag.String("type", "", "its Content-Type")
	status := flag.Int("status", http.StatusOK, "its status")
	cert := flag.String("cert", "", "certificate (PEM): speak https")
	key := flag.String("key", "", "its key (PEM)")
	flag.Parse()
	body, err := os.ReadFile(*file)
	if err != nil {
		return fmt.Errorf("reading the body: %w", err)
	}
	server := &http.Server{
		Addr:    *address,
		Handler: handler(*status, *kind, body),
		// The one limit without which nobody should run a server.
		ReadHeaderTimeout: 5 * time.Second,
	}
	if *cert != "" {
		err = server.ListenAndServeTLS(*cert, *key)
	} else {
		err = server.ListenAndServe()
	}
	return fmt.Errorf("serving: %w", err)
}

// handler gives one answer. A 304 has neither a body nor what describes one; a body
// that is posted is read to its end.
func handler(status int, kind string, body []byte) http.Handler {
	length := strconv.Itoa(len(body))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			if _, err := io.Copy(io.Discard, r.Body); err != nil {
				http.Error(w, "reading the body", http.StatusBadRequest)
				return
			}
		}
		if status == http.StatusNotModified {
			w.WriteHeader(status)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Length", length)
		w.WriteHeader(status)
		_, _ = w.Write(body)
	})
}
