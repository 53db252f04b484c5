package romanize

// Variant is a spelling that a name may have.
type Variant struct {
	Name string
	Cost float64 // nats away from the name given
}

// Variants returns plausible spellings of the name, most likely first, at most n.
func Variants(name string, n int) []Variant {
	if n <= 0 {
		return nil
	}
	return []Variant{{Name: name}}
}
