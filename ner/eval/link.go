package eval

// Accuracy is a share with the counts that it was made of.
type Accuracy struct {
	Name     string  `json:"name"`
	Right    int     `json:"right"`
	Total    int     `json:"total"`
	Accuracy float64 `json:"accuracy"` // 0 when Total is 0
}

func (a *Accuracy) add(right bool) {
	a.Total++
	if right {
		a.Right++
	}
}

func (a Accuracy) finished() Accuracy {
	a.Accuracy = ratio(float64(a.Right), float64(a.Total))
	return a
}

// LinkScore holds link accuracy over strictly matched mentions that have a norm.
type LinkScore struct {
	All      Accuracy   `json:"all"`
	Labels   []Accuracy `json:"labels"`    // in table order
	NotPlain Accuracy   `json:"not_plain"` // without countries, Taliban and Afghanistan
	Known    Accuracy   `json:"known"`     // the judge knows an entry with the norm: a link is right
	Unknown  Accuracy   `json:"unknown"`   // it knows none: NIL is right
	Linked   PRF        `json:"linked"`    // span, label and identity right
}

// linkCounter counts identities.
type linkCounter struct {
	judge    Judge
	score    LinkScore
	byLabel  map[string]*Accuracy
	verdicts map[verdictKey]bool // Right is asked for the same pair again and again
}

type verdictKey struct{ norm, link string }

func newLinkCounter(j Judge) *linkCounter {
	return &linkCounter{judge: j, byLabel: map[string]*Accuracy{}, verdicts: map[verdictKey]bool{}}
}

func (c *linkCounter) right(norm, link string) bool {
	k := verdictKey{norm, link}
	v, ok := c.verdicts[k]
	if !ok {
		v = Right(c.judge, norm, link)
		c.verdicts[k] = v
	}
	return v
}

// add counts one pairing.
func (c *linkCounter) add(o Outcome, g, p *Entity) {
	s := &c.score
	if o == IgnoredMention || o == DoubtfulMention {
		return
	}
	withNorm := g != nil && g.Norm != ""
	if withNorm {
		s.Linked.RecallDen++
	}
	if p != nil && (withNorm || o != SameSpanLabel) {
		s.Linked.PrecisionDen++
	}
	if o != SameSpanLabel || !withNorm {
		return
	}
	right := c.right(g.Norm, p.LinkID)
	if right {
		s.Linked.PrecisionNum++
		s.Linked.RecallNum++
	}
	s.All.add(right)
	if c.byLabel[g.Label] == nil {
		c.byLabel[g.Label] = &Accuracy{Name: g.Label}
	}
	c.byLabel[g.Label].add(right)
	if !plain(c.judge, g.Norm) {
		s.NotPlain.add(right)
	}
	if c.right(g.Norm, "") { // NIL would be right: no entry has the norm
		s.Unknown.add(right)
	} else {
		s.Known.add(right)
	}
}

func (c *linkCounter) finish() *LinkScore {
	s := c.score
	s.All.Name, s.NotPlain.Name, s.Known.Name, s.Unknown.Name = "all", "not plain", "in gazetteer", "not in gazetteer"
	for _, a := range []*Accuracy{&s.All, &s.NotPlain, &s.Known, &s.Unknown} {
		*a = a.finished()
	}
	s.Labels = []Accuracy{}
	for _, l := range inTableOrder(c.byLabel) {
		s.Labels = append(s.Labels, c.byLabel[l].finished())
	}
	s.Linked.finish()
	return &s
}
