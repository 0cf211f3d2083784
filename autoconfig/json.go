package autoconfig

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// jsonBody encodes v with two blanks of indentation and without escaping < > &:
// nothing here is pasted into HTML, and people read it with curl.
func jsonBody(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return nil, fmt.Errorf("encoding json: %w", err)
	}
	return b.Bytes(), nil
}

const jsonType = "application/json; charset=utf-8"

// jsonDocument is an answer of a status with v as its body.
func jsonDocument(status int, v any) (Document, error) {
	body, err := jsonBody(v)
	if err != nil {
		return Document{}, err
	}
	return Document{Status: status, Type: jsonType, Body: body}, nil
}
