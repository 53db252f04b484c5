package gazetteer

import (
	"crypto/sha256"
	"encoding/hex"
)

// DataVersion is the date of the embedded data: the day on which the source tables were
// last changed. Records carry it, so that
// a link can be traced to the data behind it. A letter tells changes of one day apart.
const DataVersion = "2026-11-30c"

// DataHash returns the SHA-256 of the embedded data in hexadecimal. It reads all of them:
// tens of milliseconds.
func DataHash() string {
	sum := sha256.Sum256([]byte(embedded))
	return hex.EncodeToString(sum[:])
}
