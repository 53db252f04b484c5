package crf

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// This file looks at one word out of context. Everything it finds depends on the bytes
// of the word alone, so that a Tagger may remember it.

// wordFlag holds what the attributes ask about the letters of a word.
type wordFlag uint8

const (
	startsUpper wordFlag = 1 << iota
	allUpper             // at least two letters, all upper case
	allLower
	hasDigit
	hasLetter
	isTitle // a word that stands before persons' names: Mr., Gen., Mullah
)

// facts is what the attributes in context need of a word: hashes, never strings.
type facts struct {
	exact, lower uint64 // hashes of the bytes and of the lower-case form
	shape, short uint64 // hashes of the long and the short shape
	class        uint32 // word class path, see clusters; 0: none
	flags        wordFlag

	// What the joint attributes ask again and again, see premix.
	class8             uint32 // the first eight steps of class
	lowerMix, classMix uint64
}

// premix derives the rest of the facts from the others.
func (f *facts) premix() {
	f.class8 = classPrefix(f.class, 8)
	f.lowerMix, f.classMix = premix(f.lower), premix(uint64(f.class))
}

// wordScratch holds the lower-case letters of the word in hand.
type wordScratch struct {
	lower []byte
	runes []int32 // start of each rune in lower
	shape []byte
	short []byte
	skel  []byte

	without Group
}

// hashBytes is a 64-bit multiply-and-fold hash (the mixing step of wyhash, Wang Yi 2019).
// It is part of the model format: a change needs a new format version.
func hashBytes(seed uint64, b []byte) uint64 {
	h := seed ^ uint64(len(b))*0x9E3779B97F4A7C15
	for len(b) >= 8 {
		h = mix(h^binary.LittleEndian.Uint64(b), 0xA0761D6478BD642F)
		b = b[8:]
	}
	var tail uint64
	for i := len(b) - 1; i >= 0; i-- {
		tail = tail<<8 | uint64(b[i])
	}
	return mix(h^tail, 0xE7037ED1A0B428DB)
}

func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b|1)
	return hi ^ lo ^ a>>32
}

// look fills the scratch with the word's lower-case form and its shapes, and returns its facts.
func (s *wordScratch) look(word []byte, classes *clusters) facts {
	var f facts
	s.lower, s.runes = s.lower[:0], s.runes[:0]
	s.shape, s.short = s.shape[:0], s.short[:0]
	upper, lower, letters, run := 0, 0, 0, 0
	var last byte
	for i := 0; i < len(word); {
		r, n := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(word[i:])
		}
		i += n
		r, c := classify(r)
		switch c {
		case 0:
			continue
		case 'X':
			if len(s.runes) == 0 {
				f.flags |= startsUpper
			}
			upper++
		case 'x':
			lower++
		case 'o':
			letters++
		case 'd':
			f.flags |= hasDigit
		}
		s.runes = append(s.runes, int32(len(s.lower)))
		s.lower = utf8.AppendRune(s.lower, r)
		if c != last || len(s.short) == 0 {
			s.short = append(s.short, c)
			run = 0
		}
		if run++; run <= 4 {
			s.shape = append(s.shape, c)
		}
		last = c
	}
	s.judge(&f, upper, lower, letters)
	f.exact = hashBytes(1, word)
	f.class = classes.path(word, s.lower)
	f.premix()
	return f
}

// judge completes the facts from the counts of letters and the filled scratch.
func (s *wordScratch) judge(f *facts, upper, lower, others int) {
	if upper+lower+others > 0 {
		f.flags |= hasLetter
	}
	if upper >= 2 && lower == 0 {
		f.flags |= allUpper
	}
	if lower > 0 && upper == 0 {
		f.flags |= allLower
	}
	f.lower = hashBytes(2, s.lower)
	f.shape = hashBytes(3, s.shape)
	f.short = hashBytes(4, s.short)
	if titles[string(s.lower)] {
		f.flags |= isTitle
	}
}

// classify returns the lower-case, plain form of a rune and its class in a shape: X and x
// for cased letters, o for others, d for digits, the rune itself for ASCII marks, ? for the
// rest, and 0 for what a word is read without: soft hyphens, joiners, directional marks.
func classify(r rune) (rune, byte) {
	switch {
	case 'a' <= r && r <= 'z':
		return r, 'x'
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A', 'X'
	case '0' <= r && r <= '9':
		return r, 'd'
	case r < utf8.RuneSelf:
		return r, byte(r)
	case r == 0xAD || r >= 0x200C && r <= 0x200F || r == 0xFEFF:
		return r, 0
	case r == '’' || r == '‘':
		return '\'', '\''
	case r == '“' || r == '”':
		return '"', '"'
	case r == '–' || r == '—':
		return '-', '-'
	case unicode.IsUpper(r):
		return unicode.ToLower(r), 'X'
	case unicode.IsLower(r):
		return r, 'x'
	case unicode.IsLetter(r):
		return r, 'o'
	case unicode.IsDigit(r):
		return r, 'd'
	}
	return r, '?'
}

// prefix and suffix return the first and last n runes of the lower-case word, nil when
// it has no more than that.
func (s *wordScratch) prefix(n int) []byte {
	if len(s.runes) <= n {
		return nil
	}
	return s.lower[:s.runes[n]]
}

func (s *wordScratch) suffix(n int) []byte {
	if len(s.runes) <= n {
		return nil
	}
	return s.lower[s.runes[len(s.runes)-n]:]
}

// titles are words after which a person's name is expected in news of any place. The
// list only feeds the evidence "seen after a title elsewhere in the document".
var titles = wordSet("mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president minister senator sen. " +
	"rep. general gen gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. admiral adm. " +
	"judge justice king queen prince princess pope bishop archbishop cardinal rev. reverend sir lord lady " +
	"mullah mawlawi maulvi mawlavi maulana molla qari hafiz sheikh shaikh ayatollah imam haji hajji engineer " +
	"commander governor spokesman spokeswoman spokesperson chairman secretary ambassador chancellor premier " +
	"marshal brigadier gov. amb. corporal cpl. private pvt. coach captain mayor chief leader ustad ustaz sardar emir amir")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for len(list) > 0 {
		i := 0
		for i < len(list) && list[i] != ' ' {
			i++
		}
		set[list[:i]] = true
		list = list[min(i+1, len(list)):]
	}
	return set
}

// hashString is the hash of a word's bytes, facts.exact.
func hashString(s string) uint64 { return hashBytes(1, unsafe.Slice(unsafe.StringData(s), len(s))) }
