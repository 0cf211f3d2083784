package provider

import "fmt"

// list takes a domain list in, line by line, for all providers that name it.
func (b *layerBuilder) list(list *domainList, layer []Provider) {
	sharing := map[string]int{}
	for i := range layer {
		if owner, ok := b.ids[layer[i].ID]; ok && layer[i].list == list {
			sharing[layer[i].ID] = owner
		}
	}
	owners := map[*listIDs][]int{}
	for _, part := range list.parts {
		if owners[part.ids] == nil {
			owners[part.ids] = ownersOf(part.ids, sharing)
		}
		b.part(list, part, owners[part.ids], len(sharing))
	}
}

// ownersOf are the places in the table of the providers with these ids, as far as
// they share the list, else -1. Who is alone with a list needs no id.
func ownersOf(ids *listIDs, sharing map[string]int) []int {
	owners := make([]int, len(ids.ids))
	for i, id := range ids.ids {
		owner, ok := sharing[id]
		if !ok {
			owner = -1
		}
		owners[i] = owner
	}
	for _, owner := range sharing {
		if len(sharing) == 1 {
			owners[0] = owner
		}
	}
	return owners
}

// part takes a part of a list in. The owners of its lines are by their ids.
func (b *layerBuilder) part(list *domainList, part *listPart, owners []int, sharing int) {
	domains := &b.table.domains
	first := domains.names.adopt(&part.names)
	n := 0
	for line := range part.each {
		n++
		if n%pauseLines == 0 {
			b.pause()
		}
		owner := owners[line.id]
		if owner < 0 {
			b.nobody(list, line, part.ids.ids[line.id], sharing)
			continue
		}
		if taken, clash := domains.addAt(first+line.place, line.domain, owner); clash {
			b.againInList(list, line, owner, taken)
		}
	}
}

// nobody reports a line that belongs to no provider.
func (b *layerBuilder) nobody(list *domainList, line listLine, id string, sharing int) {
	p := Problem{
		File: list.file, Line: line.line, Column: line.column,
		What: fmt.Sprintf("no provider with the id `%s` names this list", id),
		Hint: "add `domains_file` to that provider, or correct the id",
	}
	if id == "" {
		p.What = fmt.Sprintf("%d providers share this list, and the line names none of them", sharing)
		p.Hint = "write the id of the provider behind the domain"
	}
	b.report(p)
}

// againInList is again with the position in another file than the provider's.
func (b *layerBuilder) againInList(list *domainList, line listLine, owner, taken int) {
	t := b.table
	before := len(b.problems)
	b.again(t.providers[owner], t.providers[taken], taken >= b.first, line.domain, line.position)
	for i := before; i < len(b.problems); i++ {
		b.problems[i].File = list.file
	}
}
