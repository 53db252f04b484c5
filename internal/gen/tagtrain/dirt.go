package tagtrain

import (
	"math/rand/v2"
	"strings"

	"github.com/namyab/namyab/internal/gen/annotated"
)

// Dirt is what scraping and pasting do to a text: spaces lost after full stops and commas,
// no-break spaces, curly quotes and apostrophes, doubled spaces.

// dirtyMark ends the ids of dirtied texts.
const dirtyMark = "+dirty"

// dirty returns a dirtied copy of a text. Names stay names: inside them only quotes and
// spaces change.
func dirty(d annotated.Doc, seed uint64) annotated.Doc {
	rng := chance(d.ID+dirtyMark, seed)
	var b strings.Builder
	moved := make([]int, len(d.Text)+1) // where each byte of the old text starts in the new one
	open := false
	for i := range len(d.Text) {
		moved[i] = b.Len()
		switch c := d.Text[i]; c {
		case ' ':
			b.WriteString(dirtySpace(d.Text, i, rng))
		case '\'':
			b.WriteString("’")
		case '"':
			if open = !open; open {
				b.WriteString("“")
			} else {
				b.WriteString("”")
			}
		default:
			b.WriteByte(c)
		}
	}
	moved[len(d.Text)] = b.Len()
	out := d
	out.Text, out.ID = b.String(), d.ID+dirtyMark
	out.Names = make([]annotated.Name, len(d.Names))
	for i, n := range d.Names {
		n.Start, n.End = moved[n.Start], moved[n.End]
		out.Names[i] = n
	}
	return out
}

// dirtySpace says what becomes of the space at i.
func dirtySpace(text string, i int, rng *rand.Rand) string {
	x := rng.Float64()
	glues := i > 1 && (text[i-1] == '.' || text[i-1] == ',') && text[i-2] >= 'a' && text[i-2] <= 'z'
	switch {
	case glues && x < 0.4:
		return ""
	case x < 0.06:
		return "\u00a0"
	case x < 0.08:
		return "  "
	}
	return " "
}
