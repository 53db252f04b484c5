package ner

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestShelf: the scratch used last is the next to be used, there is one a processor at
// most, and that of a huge text is let go.
func TestShelf(t *testing.T) {
	var h shelf
	require.Nil(t, h.take())
	first, second := &scratch{}, &scratch{}
	h.put(first)
	h.put(second)
	if runtime.GOMAXPROCS(0) > 1 {
		assert.Same(t, second, h.take())
	}
	assert.Same(t, first, h.take())
	assert.Nil(t, h.take())

	for range runtime.GOMAXPROCS(0) + 3 {
		h.put(&scratch{})
	}
	assert.Len(t, h.free, runtime.GOMAXPROCS(0))

	h = shelf{}
	huge := &scratch{}
	huge.doc.Reset(strings.Repeat("a ", longText/2+1))
	h.put(huge)
	assert.Nil(t, h.take())
}
