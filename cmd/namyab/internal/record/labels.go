package record

import (
	"fmt"
	"strings"

	"github.com/namyab/namyab/ner"
)

// LabelMap renames labels for other schemes. The zero LabelMap keeps them.
type LabelMap struct{ names [len(ner.Labels) + 1]string }

// Name returns the name of a label, and "" for one that is to be left out.
func (m *LabelMap) Name(l ner.Label) string {
	if m == nil {
		return l.String()
	}
	return m.names[l]
}

var presets = []struct{ name, spec string }{
	{"ontonotes", ""},
	{"conll", "PERSON=PER,GPE=LOC,FAC=LOC,NORP=MISC"},
	{"acled", "PERSON=ACTOR,ORG=ACTOR,NORP=ACTOR,GPE=LOCATION,LOC=LOCATION,FAC=LOCATION"},
}

// ParseLabelMap reads the name of a scheme (conll, ontonotes, acled) or a list of
// renamings such as PERSON=PER,NORP=; a label renamed to nothing is left out.
func ParseLabelMap(spec string) (*LabelMap, error) {
	m := &LabelMap{}
	for _, l := range ner.Labels {
		m.names[l] = l.String()
	}
	for _, p := range presets {
		if spec == p.name {
			spec = p.spec
			break
		}
	}
	for _, item := range strings.Split(spec, ",") {
		if item == "" {
			continue
		}
		from, to, ok := strings.Cut(item, "=")
		l, err := ner.ParseLabel(strings.TrimSpace(from))
		if !ok || err != nil {
			return nil, fmt.Errorf("a label map is conll, ontonotes, acled or a list such as PERSON=PER,NORP=; found %q", item)
		}
		to = strings.TrimSpace(to)
		if strings.ContainsAny(to, " \t\n\",") {
			return nil, fmt.Errorf("a label has no spaces or quotes, found %q", to)
		}
		m.names[l] = to
	}
	return m, nil
}
