package romanize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEnglishSpellings(t *testing.T) {
	for name, want := range map[string][]string{
		"Kabul":            nil,
		"Tscharikar":       {"charikar"},
		"Kamdech":          {"kamdekh", "kamdesh"},
		"Dschalalabad":     {"jalalabad", "dshalalabad"},
		"Celalabad":        {"jelalabad"},
		"Pandjchir":        {"panjkhir", "panjshir"},
		"Goulbuddin":       {"gulbuddin"},
		"Mohammed Chatami": {"mohammed khatami", "mohammed shatami"},
		"شهر":              nil,
		"":                 nil,
	} {
		assert.Equal(t, want, AppendEnglish(nil, name), name)
	}
	assert.Equal(t, []string{"x", "gul"}, AppendEnglish([]string{"x"}, "Goul"), "the slice is extended")
}
