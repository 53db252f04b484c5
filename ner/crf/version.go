package crf

import (
	"crypto/sha256"
	"encoding/hex"
)

// Checksum returns the CRC-32C that the model's file carries, which names a model in few
// bytes. It costs nothing: Open has checked it.
func (m *Model) Checksum() uint32 { return m.sum }

// ModelHash returns the SHA-256 of the embedded model in hexadecimal. It reads all of it:
// milliseconds.
func ModelHash() string {
	sum := sha256.Sum256([]byte(shipped))
	return hex.EncodeToString(sum[:])
}
