package crf

import (
	"crypto/sha256"
	"encoding/hex"
)

// ModelHash returns the SHA-256 of the embedded model in hexadecimal. It reads all of it:
// milliseconds.
func ModelHash() string {
	sum := sha256.Sum256([]byte(shipped))
	return hex.EncodeToString(sum[:])
}
