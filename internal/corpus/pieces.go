package corpus

import "github.com/namyab/namyab/internal/text"

// Pieces returns the tokens of a sentence as internal/text cuts them, beside the ones it
// keeps: what word classes are induced on, so that they know both.
func Pieces(tokens []string) []string {
	d := Document{Sentences: []Sentence{{Tokens: tokens}}}
	s, _ := d.Text()
	doc := text.Tokenize(s)
	out := make([]string, len(doc.Tokens))
	for i := range out {
		out[i] = doc.Surface(i)
	}
	return out
}
