package zone

// SameText compares two TXT records, for the fuzz test.
func SameText(want, got string) bool { return sameText(want, got) }
