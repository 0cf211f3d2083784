package limits

// Remembered is how many buckets are kept.
func (l *Limiter) Remembered() int { return len(l.clients.young) + len(l.clients.old) }

// Inside is how many requests are under way.
func (l *Limiter) Inside() int { return int(l.inside.Load()) }
