package provider

import (
	"hash/maphash"
	"math/bits"
)

// index finds a provider by domain. It holds about 40 bytes a domain and not one
// pointer inside, so that a million domains cost the garbage collector nothing:
// all names stand in one run of bytes, and an open-addressed table of integers
// says where each begins, how long it is, and whose it is.
type index struct {
	seed  maphash.Seed
	names []byte
	// slots is a power of two long, at most three quarters full, probed one by
	// one. A zero slot is empty, since no name has length 0.
	slots []slot
	size  int
}

// slot packs where a name begins (32 bits), whose it is (24 bits) and how long it
// is (8 bits: a domain has at most 253 bytes).
type slot uint64

const (
	ownerBits  = 24
	lengthBits = 8
	// maxOwners and maxNames are what a slot can tell apart.
	maxOwners = 1 << ownerBits
	maxNames  = 1 << 32
)

// newSlot packs what NewTable has made sure of: fewer than maxNames bytes of names
// and at most maxOwners providers.
func newSlot(offset, owner, length int) slot {
	return slot(offset)<<(ownerBits+lengthBits) | slot(owner)<<lengthBits | slot(length) //nolint:gosec // none is negative.
}

func (s slot) owner() int { return int(s>>lengthBits) & (maxOwners - 1) }

func (s slot) name(names []byte) []byte {
	offset := int(s >> (ownerBits + lengthBits))
	return names[offset : offset+int(s&(1<<lengthBits-1))]
}

// newIndex makes room for some names of a total length, which may be exceeded.
func newIndex(names, length int) index {
	return index{
		seed:  maphash.MakeSeed(),
		names: make([]byte, 0, length),
		slots: make([]slot, slotsFor(names)),
	}
}

// slotsFor is the power of two that keeps n names below three quarters.
func slotsFor(n int) int { return 1 << bits.Len(uint(n+n/3+8)) }

// find returns whose a name is.
func (x *index) find(name string) (owner int, found bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	s := x.slots[x.place(name)]
	return s.owner(), s != 0
}

// place is the slot of a name, or the empty one where it would go.
func (x *index) place(name string) int {
	mask := len(x.slots) - 1
	i := int(maphash.String(x.seed, name)) & mask //nolint:gosec // only the low bits are used.
	for x.slots[i] != 0 && string(x.slots[i].name(x.names)) != name {
		i = (i + 1) & mask
	}
	return i
}

// add takes a name in for an owner, or returns the owner that it has already.
func (x *index) add(name string, owner int) (taken int, clash bool) {
	if 4*(x.size+1) > 3*len(x.slots) {
		x.grow()
	}
	i := x.place(name)
	if s := x.slots[i]; s != 0 {
		return s.owner(), true
	}
	x.slots[i] = newSlot(len(x.names), owner, len(name))
	x.names = append(x.names, name...)
	x.size++
	return owner, false
}

func (x *index) grow() {
	old := x.slots
	x.slots = make([]slot, slotsFor(2*x.size))
	for _, s := range old {
		if s != 0 {
			x.slots[x.place(string(s.name(x.names)))] = s
		}
	}
}
