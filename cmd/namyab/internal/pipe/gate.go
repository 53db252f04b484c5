package pipe

// gate bounds the bytes under way. Whoever comes to an empty gate may enter with any weight,
// so a document larger than the bound passes alone.
type gate struct {
	limit int
	sem   chan int // holds the bytes under way; taken to change them
	left  chan struct{}
}

func newGate(limit int) *gate {
	g := &gate{limit: limit, sem: make(chan int, 1), left: make(chan struct{}, 1)}
	g.sem <- 0
	return g
}

// enter waits until n more bytes are within the bound; false when quit is closed first.
// Only one goroutine may call enter.
func (g *gate) enter(n int, quit <-chan struct{}) bool {
	for {
		used := <-g.sem
		if used == 0 || used+n <= g.limit {
			g.sem <- used + max(n, 1)
			return true
		}
		g.sem <- used
		select {
		case <-g.left:
		case <-quit:
			return false
		}
	}
}

// leave gives back the n bytes of an enter.
func (g *gate) leave(n int) {
	g.sem <- <-g.sem - max(n, 1)
	select {
	case g.left <- struct{}{}:
	default:
	}
}
