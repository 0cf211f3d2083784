package client

// presence says whether a document is complete without a key.
type presence bool

const (
	required presence = true
	optional presence = false
)

// valueReader takes values by type out of what was decoded: objects of JSON and
// dictionaries of property lists. A known key of a wrong type spoils the
// document. The first fault is kept in err, and all that is read behind it is
// zero, so that callers look at err once.
type valueReader struct{ err error }

// value is what is under a key. null is nothing, as it is to the readers that
// know optional keys.
func (r *valueReader) value(from map[string]any, key string, p presence) (any, bool) {
	if r.err != nil || from == nil {
		return nil, false
	}
	if value := from[key]; value != nil {
		return value, true
	}
	if p == required {
		r.err = refuse("there is no %s", key)
	}
	return nil, false
}

func (r *valueReader) wrongType(key, want string, got any) {
	r.err = refuse("%s is %s, not %s", key, typeName(got), want)
}

// object is the object under a key, or nil.
func (r *valueReader) object(from map[string]any, key string, p presence) map[string]any {
	value, ok := r.value(from, key, p)
	if !ok {
		return nil
	}
	object, ok := value.(map[string]any)
	if !ok {
		r.wrongType(key, "an object", value)
	}
	return object
}

// list is the array under a key, or nil.
func (r *valueReader) list(from map[string]any, key string, p presence) []any {
	value, ok := r.value(from, key, p)
	if !ok {
		return nil
	}
	list, ok := value.([]any)
	if !ok {
		r.wrongType(key, "an array", value)
	}
	return list
}

// text is the string under a key, or "".
func (r *valueReader) text(from map[string]any, key string, p presence) string {
	value, ok := r.value(from, key, p)
	if !ok {
		return ""
	}
	text, ok := value.(string)
	if !ok {
		r.wrongType(key, "a string", value)
	}
	return text
}

// integer is the integer under a key, or 0. A real number is none, whatever its
// value.
func (r *valueReader) integer(from map[string]any, key string, p presence) int64 {
	value, ok := r.value(from, key, p)
	if !ok {
		return 0
	}
	integer, ok := value.(int64)
	if !ok {
		r.wrongType(key, "an integer", value)
	}
	return integer
}

// boolean is the boolean under a key, or false: no reader wants one to be there.
func (r *valueReader) boolean(from map[string]any, key string) bool {
	value, ok := r.value(from, key, optional)
	if !ok {
		return false
	}
	boolean, ok := value.(bool)
	if !ok {
		r.wrongType(key, "a boolean", value)
	}
	return boolean
}

// typeName names the type of a decoded value for people.
func typeName(value any) string {
	switch value.(type) {
	case string:
		return "a string"
	case bool:
		return "a boolean"
	case int64:
		return "an integer"
	case float64:
		return "a real number"
	case []any:
		return "an array"
	case map[string]any:
		return "an object"
	default:
		return "a value of another type"
	}
}
