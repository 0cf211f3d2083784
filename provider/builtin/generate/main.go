// Command generate writes providers.go of package builtin from the provider files
// beside it. `make update` runs it, and so does `go generate ./provider/builtin`.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"os"
	"reflect"
	"strconv"

	"signpost/provider"
)

// target is written into the directory in which go generate runs its commands.
const target = "providers.go"

func main() {
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "generate: %v\n", err)
		os.Exit(1)
	}
}

func run() error {
	providers, err := provider.LoadFS(os.DirFS("."))
	if err != nil {
		return fmt.Errorf("reading the provider files:\n%w", err)
	}
	if len(providers) == 0 {
		return errors.New("there are no provider files here: run it in provider/builtin")
	}
	for _, p := range providers {
		if p.DomainsFile != "" || p.LogoFile != "" {
			return fmt.Errorf("%s: a built-in provider has its domains in `domains`, and no logo: leave `domains_file` and `logo` out", p.Origin)
		}
	}
	source, err := goSource(providers)
	if err != nil {
		return err
	}
	if err := os.WriteFile(target, source, 0o644); err != nil { //nolint:gosec // source files are for everybody to read.
		return fmt.Errorf("writing the providers: %w", err)
	}
	return nil
}

// goSource is a Go file with the providers as one composite literal of constants,
// which the compiler lays out in the program.
func goSource(providers []provider.Provider) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("// Code generated from the provider files by go generate. DO NOT EDIT.\n\n" +
		"package builtin\n\nimport \"signpost/provider\"\n\nvar providers = ")
	if err := literal(&b, reflect.ValueOf(providers), true); err != nil {
		return nil, err
	}
	source, err := format.Source(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("formatting the providers: %w", err)
	}
	return source, nil
}

// literal writes a value as Go source. The type is left out where Go allows it: of
// the elements of a slice.
func literal(b *bytes.Buffer, v reflect.Value, typed bool) error {
	switch v.Kind() {
	case reflect.String:
		b.WriteString(strconv.Quote(v.String()))
	case reflect.Int:
		b.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Bool:
		b.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Slice:
		return slice(b, v, typed)
	case reflect.Struct:
		return structure(b, v, typed)
	default:
		return fmt.Errorf("a provider holds a %s, which cannot be written", v.Type())
	}
	return nil
}

func slice(b *bytes.Buffer, v reflect.Value, typed bool) error {
	if typed {
		b.WriteString(v.Type().String())
	}
	b.WriteString("{")
	end := separator(v.Type().Elem().Kind() != reflect.String)
	for i := range v.Len() {
		b.WriteString(end.before)
		if err := literal(b, v.Index(i), false); err != nil {
			return err
		}
		b.WriteString(end.behind)
	}
	b.WriteString(end.before + "}")
	return nil
}

// between is what stands around the parts of a literal: in a line each, or in one.
type between struct{ before, behind string }

func separator(lines bool) between {
	if lines {
		return between{"\n", ","}
	}
	return between{"", ", "}
}

// structure writes the exported fields that are not zero. The others say where
// something stands in a file, which matters to nobody who runs the program, or hold
// other files, which run refuses.
func structure(b *bytes.Buffer, v reflect.Value, typed bool) error {
	if typed {
		b.WriteString(v.Type().String())
	}
	b.WriteString("{")
	var written []int
	lines := false
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() && !v.Field(i).IsZero() {
			written = append(written, i)
			lines = lines || v.Field(i).Kind() == reflect.Slice || v.Field(i).Kind() == reflect.Struct
		}
	}
	end := separator(lines)
	for _, i := range written {
		name := v.Type().Field(i).Name
		b.WriteString(end.before + name + ": ")
		if err := literal(b, v.Field(i), true); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		b.WriteString(end.behind)
	}
	b.WriteString(end.before + "}")
	return nil
}
