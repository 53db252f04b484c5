package gazetteer

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// The embedded data are opened without their checksum; this test verifies it instead.
func TestEmbeddedIsWhole(t *testing.T) {
	_, err := ngz.Open(embedded, true)
	require.NoError(t, err, "run go generate ./gazetteer")
	assert.LessOrEqual(t, len(embedded), 18<<20, "the data grew past what the README says")
}

func TestDefaultIsLean(t *testing.T) {
	start := time.Now()
	f, err := ngz.Open(embedded, false)
	took := time.Since(start)
	require.NoError(t, err)
	require.Positive(t, f.NumEntries)
	t.Logf("opened in %v", took)
	n := testing.AllocsPerRun(10, func() {
		if _, err := ngz.Open(embedded, false); err != nil {
			t.Fatal(err)
		}
	})
	assert.LessOrEqual(t, n, 10.0)
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty", "", "expected a file that begins"},
		{"text", strings.Repeat("x", 4096), "expected a file that begins"},
		{"other layout", embedded[:8] + "\x63" + embedded[9:], "build it again"},
		{"other keys", embedded[:12] + "\xff\xff" + embedded[14:], "match keys of version"},
		{"cut short", embedded[:len(embedded)-100], "cut short"},
		{"damaged", embedded[:5000] + "\x00\x01\x02\x03" + embedded[5004:], "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(tt.data)
			require.ErrorContains(t, err, tt.want)
		})
	}
}
