package client

import (
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"github.com/beevik/etree"
)

// plistDictionary reads a body as an XML property list whose root is a
// dictionary. Values become string, int64, float64, bool, []byte, time.Time,
// []any and map[string]any.
func plistDictionary(body []byte) (map[string]any, error) {
	root, err := xmlRoot(body)
	if err != nil {
		return nil, err
	}
	if root.FullTag() != "plist" {
		return nil, refuse("the root is %s, not plist", root.FullTag())
	}
	children := root.ChildElements()
	if len(children) != 1 {
		return nil, refuse("%d values in the property list, not one", len(children))
	}
	value, err := plistValue(children[0])
	if err != nil {
		return nil, err
	}
	dictionary, ok := value.(map[string]any)
	if !ok {
		return nil, refuse("the property list is %s, not a dictionary", typeName(value))
	}
	return dictionary, nil
}

// plistValue reads one value; the depth is bounded by xmlRoot.
func plistValue(e *etree.Element) (any, error) {
	text := allText(e)
	word := strings.TrimSpace(text)
	var value any
	var err error
	switch e.FullTag() {
	case "dict":
		return plistDict(e)
	case "array":
		return plistArray(e)
	case "string":
		value = text
	case "integer":
		value, err = strconv.ParseInt(word, 10, 64)
	case "real":
		value, err = strconv.ParseFloat(word, 64)
	case "true", "false":
		value = e.FullTag() == "true"
	case "date":
		value, err = time.Parse("2006-01-02T15:04:05Z", word)
	case "data":
		value, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(word), ""))
	default:
		return nil, refuse("%s is no type of a property list", e.FullTag())
	}
	if err != nil {
		return nil, refuse("%q is no %s", word, e.FullTag())
	}
	if len(e.ChildElements()) > 0 {
		return nil, refuse("an element inside %s", e.FullTag())
	}
	return value, nil
}

// plistDict reads keys and values in turn.
func plistDict(e *etree.Element) (map[string]any, error) {
	dictionary := map[string]any{}
	children := e.ChildElements()
	if len(children)%2 != 0 {
		return nil, refuse("a key without a value")
	}
	for i := 0; i < len(children); i += 2 {
		if children[i].FullTag() != "key" {
			return nil, refuse("%s where a key is due", children[i].FullTag())
		}
		key := allText(children[i])
		if _, ok := dictionary[key]; ok {
			return nil, refuse("the key %s is there twice", key)
		}
		value, err := plistValue(children[i+1])
		if err != nil {
			return nil, err
		}
		dictionary[key] = value
	}
	return dictionary, nil
}

func plistArray(e *etree.Element) ([]any, error) {
	values := []any{}
	for _, c := range e.ChildElements() {
		value, err := plistValue(c)
		if err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}
