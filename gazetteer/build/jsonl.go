package build

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// jsonl reads one JSON object a line, with the keys of the columns of a TSV file. Lists may
// be arrays of strings; aliases may be objects with name, lang, source and class; numbers
// may be numbers. What Export writes can be read back.
type jsonl struct {
	*lines
}

func (j *jsonl) read(each func(*row)) error {
	for {
		s, err := j.next()
		if err != nil || s == nil {
			return err
		}
		if len(bytes.TrimSpace(s)) == 0 {
			continue
		}
		if r := j.row(s); r != nil {
			each(r)
		}
	}
}

func (j *jsonl) row(s []byte) *row {
	r := &row{place: place{file: j.file, line: j.line, cols: make([]int, numFields)}, prior: -1}
	f := filler{r: r, p: j.p}
	o := object{s: s, dec: json.NewDecoder(bytes.NewReader(s)), f: &f, j: j}
	o.dec.UseNumber()
	if err := o.read(); err != nil {
		col := int(o.dec.InputOffset()) + 1
		var syn *json.SyntaxError
		if errors.As(err, &syn) {
			col = int(syn.Offset)
		}
		j.p.add(j.file, j.line, col, "bad-json", "expected one JSON object, found %s", err)
		return nil
	}
	f.finish(o.lat, o.lon)
	return r
}

// object reads the members of one line.
type object struct {
	s        []byte
	dec      *json.Decoder
	f        *filler
	j        *jsonl
	lat, lon bool
	seen     [numFields]bool
}

func (o *object) read() error {
	t, err := o.dec.Token()
	if err != nil {
		return err
	}
	if t != json.Delim('{') {
		return fmt.Errorf("%v where the object should begin", t)
	}
	for o.dec.More() {
		t, err := o.dec.Token()
		if err != nil {
			return err
		}
		key, _ := t.(string)
		at := int(o.dec.InputOffset()) - len(key) - 1
		var v any
		if err := o.dec.Decode(&v); err != nil {
			return err
		}
		o.member(key, max(at, 1), v)
	}
	if _, err := o.dec.Token(); err != nil {
		return err
	}
	if o.dec.More() {
		return errors.New("something behind the object")
	}
	return nil
}

func (o *object) bad(at int, code, format string, args ...any) {
	o.j.p.add(o.j.file, o.j.line, at, code, format, args...)
}

func (o *object) member(key string, at int, v any) {
	fl := numFields
	for i, n := range fieldNames {
		if n == key {
			fl = field(i)
		}
	}
	if key == "layer" {
		return // of Export
	}
	if fl == numFields {
		o.bad(at, "column-unknown", "key %q is not one of %s", key, strings.Join(fieldNames[:], ", "))
		return
	}
	if o.seen[fl] {
		o.bad(at, "column-duplicate", "key %q stands twice", key)
		return
	}
	o.seen[fl] = true
	o.f.r.cols[fl] = at
	o.lat = o.lat || fl == fLat && v != nil
	o.lon = o.lon || fl == fLon && v != nil
	switch v := v.(type) {
	case nil:
	case string:
		o.f.set(fl, v)
	case json.Number:
		o.f.set(fl, v.String())
	case []any:
		for _, it := range v {
			o.item(fl, at, it)
		}
	case map[string]any:
		o.dict(fl, at, v)
	default:
		o.bad(at, "bad-json", "key %q: expected a string, a number or a list, found %v", key, v)
	}
}

func (o *object) item(fl field, at int, v any) {
	switch v := v.(type) {
	case string:
		switch fl {
		case fWithin, fAffiliations, fRoles, fRefs, fAliases, fAlias:
			if v == "" || strings.Contains(v, "|") {
				o.bad(at, "alias-empty", "expected a text without | in the list %q, found %q", fieldNames[fl], v)
				return
			}
			o.f.set(fl, v)
		default:
			o.bad(at, "bad-json", "key %q: expected one value, found a list", fieldNames[fl])
		}
	case map[string]any:
		if fl == fAliases || fl == fAlias {
			o.alias(fl, at, v)
			return
		}
		if id, ok := v["id"].(string); ok && fl == fWithin {
			o.f.set(fl, id)
			return
		}
		o.bad(at, "bad-json", "key %q: expected texts in the list, found an object", fieldNames[fl])
	default:
		o.bad(at, "bad-json", "key %q: expected texts in the list, found %v", fieldNames[fl], v)
	}
}

func (o *object) alias(fl field, at int, m map[string]any) {
	name, _ := m["name"].(string)
	s := name
	for _, k := range [...][2]string{{"lang", "lang"}, {"source", "src"}, {"class", "class"}} {
		v, _ := m[k[0]].(string)
		if v != "" {
			s += " [" + k[1] + "=" + strings.NewReplacer("|", "+", "[", "(", "]", ")").Replace(v) + "]"
		}
		delete(m, k[0])
	}
	delete(m, "name")
	if name == "" || len(m) > 0 || strings.Contains(name, "|") {
		o.bad(at, "bad-json", "expected an alias with name, lang, source and class only")
		return
	}
	o.f.set(fl, s)
}

// dict reads refs and roles as Export writes them.
func (o *object) dict(fl field, at int, m map[string]any) {
	if fl != fRefs {
		o.bad(at, "bad-json", "key %q: expected a text, found an object", fieldNames[fl])
		return
	}
	for _, k := range sortedKeys(m) {
		v, ok := m[k].(string)
		if !ok {
			o.bad(at, "bad-ref", "expected a text for the reference %q, found %v", k, m[k])
			continue
		}
		o.f.set(fl, k+"="+v)
	}
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
