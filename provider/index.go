package provider

import (
	"hash/maphash"
	"math/bits"
)

// index finds a provider by domain. It holds about 30 bytes a domain and no
// pointers but those to its chunks and pages, so that a million domains cost the
// garbage collector nothing: all names stand in a nameStore, and an open-addressed
// table of integers says where each stands and whose it is. Both are in pieces of
// 256 KiB: who builds one beside the requests is never held up by a large one.
type index struct {
	seed  maphash.Seed
	names nameStore
	// pages are the slots, probed one by one, at most two thirds of them full. A
	// zero slot is empty.
	pages [][]slot
	slots int
	size  int
}

// slot packs where a name stands (32 bits), whose it is (24 bits) and a tag (8
// bits of the hash, never zero), which tells most other names apart unread.
type slot uint64

const (
	ownerBits = 24
	tagBits   = 8
	// maxOwners is what a slot can tell apart.
	maxOwners = 1 << ownerBits

	pageBits = 15
	pageSize = 1 << pageBits
)

// newSlot packs what NewTable has made sure of: at most maxOwners providers.
func newSlot(at namePlace, owner int, tag slot) slot {
	return slot(at)<<(ownerBits+tagBits) | slot(owner)<<tagBits | tag //nolint:gosec // it is not negative.
}

func (s slot) owner() int       { return int(s>>tagBits) & (maxOwners - 1) }
func (s slot) place() namePlace { return namePlace(s >> (ownerBits + tagBits)) }
func (s slot) tag() slot        { return s & (1<<tagBits - 1) }

// newIndex makes room for so many names; more must not be added.
func newIndex(names int, pause func()) index {
	x := index{seed: maphash.MakeSeed(), slots: names + names/2 + 1}
	for left := x.slots; left > 0; left -= pageSize {
		x.pages = append(x.pages, make([]slot, min(left, pageSize)))
		pause()
	}
	return x
}

// find returns whose a name is.
func (x *index) find(name string) (owner int, found bool) {
	if x.slots == 0 {
		return 0, false
	}
	s, _ := x.slotOf(name)
	return s.owner(), *s != 0
}

// slotOf is the slot of a name, or the empty one where it would go with its tag.
func (x *index) slotOf(name string) (s *slot, tag slot) {
	hash := maphash.String(x.seed, name)
	tag = slot(hash)&(1<<tagBits-1) | 1
	// The upper bits of the hash as a fraction of all slots.
	first, _ := bits.Mul64(hash, uint64(x.slots)) //nolint:gosec // it is not negative.
	for i := int(first); ; i++ {                  //nolint:gosec // it is below slots.
		if i == x.slots {
			i = 0
		}
		s = &x.pages[i>>pageBits][i&(pageSize-1)]
		if *s == 0 || s.tag() == tag && x.names.at(s.place()) == name {
			return s, tag
		}
	}
}

// add takes a name in for an owner, or returns the owner that it has already.
func (x *index) add(name string, owner int) (taken int, clash bool) {
	s, tag := x.slotOf(name)
	if *s != 0 {
		return s.owner(), true
	}
	*s = newSlot(x.names.add(name), owner, tag)
	x.size++
	return owner, false
}

// addAt is add for a name that stands in a chunk of the index already.
func (x *index) addAt(at namePlace, name string, owner int) (taken int, clash bool) {
	s, tag := x.slotOf(name)
	if *s != 0 {
		return s.owner(), true
	}
	*s = newSlot(at, owner, tag)
	x.size++
	return owner, false
}

// each yields every name and whose it is, in no particular order.
func (x *index) each(yield func(name string, owner int) bool) {
	for _, page := range x.pages {
		for _, s := range page {
			if s != 0 && !yield(x.names.at(s.place()), s.owner()) {
				return
			}
		}
	}
}
