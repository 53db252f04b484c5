package ner

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
)

// TestFuller holds the rules of co-reference by number. Every case marks its names; want
// lists "shorter < fuller" for each mention that meets a fuller name, with the rule.
func TestFuller(t *testing.T) {
	type met struct {
		mention int
		fuller  int
		rule    uint8
	}
	for _, c := range []struct {
		name, in string
		want     []met
	}{
		{"4 last word", "[Hamid Karzai|PERSON] left. [Karzai|PERSON] returned.", []met{{1, 0, corefLast}}},
		{"4 spelt otherwise, same key", "[Zmaray Wardaki|PERSON] left. [Wardakee|PERSON] returned.", []met{{1, 0, corefLast}}},
		{"4 in capitals", "[ZMARAY WARDAKI|PERSON] LEFT. [Wardaki|PERSON] returned.", []met{{1, 0, corefLast}}},
		{"4 with possessive", "[Zmaray Wardaki|PERSON] left. [Wardaki|PERSON]'s car stayed.", []met{{1, 0, corefLast}}},
		{"4 before the fuller name", "[Wardaki|PERSON] is back. [Zmaray Wardaki|PERSON] said so.", []met{{0, 1, corefLast}}},
		{"4 the nearest before it", "[Zmaray Wardaki|PERSON] met [Gul Wardaki|PERSON]. [Wardaki|PERSON] spoke.", []met{{2, 1, corefLast}}},
		{"4 before rather than after", "[Zmaray Wardaki|PERSON] left. [Wardaki|PERSON] spoke. [Gul Wardaki|PERSON] came.", []met{{1, 0, corefLast}}},
		{"4 Jr. is no word of the name", "[Zmaray Wardaki Jr.|PERSON] left. [Wardaki|PERSON] spoke.", []met{{1, 0, corefLast}}},
		{"4 across quotes and lines", "\"[Zmaray Wardaki|PERSON]\"\n\n* [Wardaki|PERSON]", []met{{1, 0, corefLast}}},
		{"5 first word", "[Bismillah Muhammadi|PERSON] left. [Bismillah|PERSON] returned.", []met{{1, 0, corefFirst}}},
		{"4 before 5", "[Wardak Noori|PERSON] met [Zmaray Wardak|PERSON]. [Wardak|PERSON] spoke.", []met{{2, 1, corefLast}}},
		{"6 first and last word", "[Zmaray Gul Wardaki|PERSON] left. [Zmaray Wardaki|PERSON] returned.", []met{{1, 0, corefEnds}}},
		{"6 not with other ends", "[Zmaray Gul Wardaki|PERSON] left. [Zmaray Noori|PERSON] returned.", nil},
		{"5 first words", "[Zmaray Gul Wardaki|PERSON] left. [Zmaray Gul|PERSON] returned.", []met{{1, 0, corefFirst}}},
		{"10 the name after Mohammad", "[Mohammad Zmaray Wardaki|PERSON] left. [Zmaray|PERSON] returned.", []met{{1, 0, corefInner}}},
		{"10 the name after Abdul", "[Abdul Zmaray Wardaki|PERSON] left. [Zmaray|PERSON] returned.", []met{{1, 0, corefInner}}},
		{"7 initials", "[National Relief Council|ORG] shut. The [NRC|ORG] said why.", []met{{1, 0, corefInitials}}},
		{"7 small words left out", "[Union of Carpet Weavers|ORG] shut. The [UCW|ORG] said why.", []met{{1, 0, corefInitials}}},
		{"7 with stops", "[Union of Carpet Weavers|ORG] shut. The [U.C.W.|ORG] said why.", []met{{1, 0, corefInitials}}},
		{"7 before its definition", "The [UCW|ORG] shut. [Union of Carpet Weavers|ORG] said why.", []met{{0, 1, corefInitials}}},
		{"7 other letters", "[Union of Carpet Weavers|ORG] shut. The [UCB|ORG] said why.", nil},
		{"8 near spelling", "[Zmaray Dastarpech|PERSON] left. [Dasterpich|PERSON] returned.", []met{{1, 0, corefDistance}}},
		{"8 another first letter", "[Andrei Zhirnov|PERSON] left. [Birnov|PERSON] returned.", nil},
		{"same words are no fuller name", "[Zmaray Wardaki|PERSON] left. [Zmaray Wardaki|PERSON] returned.", nil},
		{"a fuller name is not met by a shorter", "[Wardaki|PERSON] left.", nil},
		{"labels do not mix", "[Zmaray Wardaki|PERSON] left. [Wardaki|GPE] is far.", nil},
		{"places have no fuller names", "[Deh Wardaki|GPE] is near. [Wardaki|GPE] is far.", nil},
		{"a middle word alone", "[Zmaray Gul Wardaki|PERSON] left. [Gul|PERSON] returned.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, kept := givenSpans(t, c.in)
			s.identify(gazetteer.Default(), kept, Date{})
			var got []met
			for i := range s.link.named {
				if m := &s.link.named[i]; m.ante >= 0 {
					got = append(got, met{i, int(m.ante), m.anteRule})
				}
			}
			require.Equal(t, c.want, got)
		})
	}
}

// Mentions of one cluster, written as one letter a mention.
func clustersOf(s *scratch) string {
	var b []byte
	for i := range s.link.named {
		b = append(b, byte('a'+s.link.named[i].cluster-1))
	}
	return string(b)
}

// TestClusters uses people and bodies in no gazetteer, or so well known that no weights
// will part them.
func TestClusters(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"surname", "[Zmaray Tokhmafar|PERSON] left. [Tokhmafar|PERSON] returned.", "aa"},
		{"surname first", "[Tokhmafar|PERSON] left. [Zmaray Tokhmafar|PERSON] returned.", "aa"},
		{"spelling", "[Zmaray Tokhmafar|PERSON] left. [Zmarai Tukhmafar|PERSON] returned.", "aa"},
		{"case", "[ZMARAY TOKHMAFAR|PERSON] LEFT. [Zmaray Tokhmafar|PERSON] returned.", "aa"},
		{"two of one family", "[Zmaray Tokhmafar|PERSON] met [Gulbibi Tokhmafar|PERSON].", "ab"},
		{"one of two, by his first name", "[Zmaray Tokhmafar|PERSON] met [Gulbibi Tokhmafar|PERSON]. [Zmaray|PERSON] spoke.", "aba"},
		{"label", "[Tokhmafar|PERSON] lives in [Tokhmafar|GPE].", "ab"},
		{"acronym", "The [Union of Turnip Weavers|ORG] closed. The [UTW|ORG] said why. [U.T.W.|ORG] is broke.", "aaa"},
		{"one entry in other words", "[Afghanistan|GPE] is far. [AFGHANISTAN|GPE] is big.", "aa"},
		{"demonym of a country", "[Pakistan|GPE] closed the gate; [Pakistani|NORP] guards left.", "aa"},
		{"numbered in order of first mention", "[Zmaray Tokhmafar|PERSON], [Gulbibi Dastarpech|PERSON], [Tokhmafar|PERSON], [Dastarpech|PERSON].", "abab"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, clustersOf(linkGiven(t, c.in, "")))
		})
	}
}
