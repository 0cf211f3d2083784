package accesslog

import "time"

// clock writes times, and keeps the text of the second that it has written last.
type clock struct {
	second       int64
	before, zone string
}

// append writes a time in the local time zone to the millisecond, as slog's text
// handler does (RFC 3339).
func (c *clock) append(to []byte, at time.Time) []byte {
	if second := at.Unix(); second != c.second || c.before == "" {
		c.second = second
		c.before, c.zone = at.Format("2006-01-02T15:04:05."), at.Format("Z07:00")
	}
	const digits = "0123456789"
	thousandth := at.Nanosecond() / int(time.Millisecond)
	to = append(to, c.before...)
	to = append(to, digits[thousandth/100], digits[thousandth/10%10], digits[thousandth%10])
	return append(to, c.zone...)
}
