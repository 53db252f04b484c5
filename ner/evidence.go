package ner

import (
	"math"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// weigh makes claims of the grouped proposals and gives each its log-odds.
func (s *scratch) weigh() {
	s.claims = s.claims[:0]
	s.feats = s.feats[:0]
	s.coverTokens()
	for i := 0; i < len(s.proposals); {
		p := &s.proposals[i]
		j := i + 1
		for j < len(s.proposals) && s.proposals[j].first == p.first && s.proposals[j].last == p.last {
			j++
		}
		s.around = s.appendAround(s.around[:0], p.first, p.last)
		for i < j {
			k := i + 1
			for k < j && s.proposals[k].label == s.proposals[i].label {
				k++
			}
			s.addClaim(s.proposals[i:k], s.proposals[i:j], s.around)
			i = k
		}
	}
}

// addClaim weighs one range and label. own are the proposals for it, all those for the
// range with any label.
func (s *scratch) addClaim(own, all []proposal, around []uint16) {
	p := &own[0]
	from := len(s.feats)
	s.feats = append(s.feats, fBias)
	s.feats = append(s.feats, around...)
	c := claim{first: p.first, last: p.last, label: p.label, match: -1, name: -1}
	s.addGazetteer(&c, own, all)
	s.addModel(&c, own, all)
	s.addRules(&c, own, all)
	c.echoed = len(own) == 1 && p.from == fromEcho
	c.method = methodOf(own)
	c.feats = span32{int32(from), int32(len(s.feats))}
	weights := s.weightsFor(c.first)
	var plain, full float32
	for _, f := range s.feats[from:] {
		w := &weights[f][c.label]
		plain += w[0]
		full += w[1]
	}
	c.logit, c.full = plain, full
	c.prob = sigmoid(full)
	s.claims = append(s.claims, c)
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// methodOf names the most telling finder: the gazetteer, else a rule, else the model.
func methodOf(own []proposal) Method {
	best := ByModel
	for i := range own {
		switch own[i].from {
		case fromGazetteer:
			return ByGazetteer
		case fromRules, fromEcho:
			best = ByRule
		}
	}
	return best
}

func (s *scratch) feat(f int) { s.feats = append(s.feats, uint16(f)) }

func (s *scratch) addGazetteer(c *claim, own, all []proposal) {
	for i := range own {
		if own[i].from == fromGazetteer {
			c.match = own[i].match
			break
		}
	}
	if c.match < 0 {
		s.feat(fGazNone)
	} else {
		s.addMatch(&s.matches[c.match], &s.facts[c.match].labels[c.label])
		if s.facts[c.match].partLower {
			s.feat(fGazPartLower)
		}
		if s.facts[c.match].labels[Loc].kind == gazetteer.River && s.afterArticle(c) {
			s.feat(fTheRiver)
		}
	}
	seen := NoLabel
	for i := range all {
		if all[i].from == fromGazetteer && all[i].label != c.label && all[i].label != seen {
			seen = all[i].label
			s.feat(fGazOther + int(seen) - 1)
		}
	}
	s.addCover(c)
}

// afterArticle reports whether "the" stands before the claim and no noun after it: places
// but rivers, regions and facilities have no article, unless as part of something (the
// Helmand governor).
func (s *scratch) afterArticle(c *claim) bool {
	if c.first == 0 || !s.low(c.first-1, "the") {
		return false
	}
	if int(c.last) == len(s.doc.Tokens) {
		return true
	}
	next := &s.doc.Tokens[c.last]
	return next.Kind == text.Punct && s.doc.Text[next.Start] != '-' || s.class[c.last].Has(gazetteer.Function|gazetteer.PlacePrep)
}

func (s *scratch) addMatch(m *gazetteer.Match, lf *labelFacts) {
	s.feat(fGazExact + int(m.Tier))
	s.feat(fGazWords1 + min(2, s.words(m.First, m.Last)-1))
	for k, f := range [...]int{fGazName, fGazAcronym, fGazDemonym, fGazShort, fGazNickname, fGazFormer} {
		if lf.classes&(1<<k) != 0 {
			s.feat(f)
		}
	}
	s.feat(fGazPrior0 + priorBucket(lf.prior))
	switch lf.kind {
	case gazetteer.Country:
		s.feat(fGazCountry)
	case gazetteer.Province:
		s.feat(fGazProvince)
	case gazetteer.District:
		s.feat(fGazDistrict)
	case gazetteer.City, gazetteer.Town:
		s.feat(fGazTown)
	case gazetteer.Village:
		s.feat(fGazVillage)
	}
	for _, p := range [...]struct {
		flag gazetteer.MatchFlag
		feat int
	}{{gazetteer.CommonWord, fGazCommon}, {gazetteer.LowerCase, fGazLower},
		{gazetteer.NamePart, fGazNamePart}, {gazetteer.SentenceStart, fGazSentenceStart}} {
		if m.Flags&p.flag != 0 && (p.flag != gazetteer.LowerCase || s.casing(m.First) != text.AllLower) {
			s.feat(p.feat)
		}
	}
	if lf.n > 8 {
		s.feat(fGazMany)
	}
}

// words counts the tokens of a range that are not punctuation.
func (s *scratch) words(first, last int) int {
	n := 0
	for _, t := range s.doc.Tokens[first:last] {
		if t.Kind != text.Punct {
			n++
		}
	}
	return max(1, n)
}

// addModel says how the model's spans lie to the claim.
func (s *scratch) addModel(c *claim, own, all []proposal) {
	if !s.tags || s.inNative(c.first) {
		return
	}
	for i := range own {
		if own[i].from == fromModel {
			s.feat(fModelSame0 + probBucket(own[i].prob))
			return
		}
	}
	for i := range all {
		if all[i].from == fromModel {
			s.feat(fModelOther + int(all[i].label) - 1)
			return
		}
	}
	touched := false
	for k := s.tagAfter(c.first); k < len(s.tagged) && s.tagged[k].First < int(c.last); k++ {
		touched = true
		t := &s.tagged[k]
		same := Label(t.Label)+1 == c.label
		switch {
		case t.First <= int(c.first) && t.Last >= int(c.last):
			s.featIf(same, fModelCoverSame, fModelCoverOther)
		case t.First >= int(c.first) && t.Last <= int(c.last):
			s.featIf(same, fModelInnerSame, fModelInnerOther)
		default:
			s.feat(fModelCross)
		}
	}
	if !touched {
		s.feat(fModelNone)
	}
}

func (s *scratch) featIf(cond bool, yes, no int) {
	if cond {
		s.feat(yes)
	} else {
		s.feat(no)
	}
}

// tagAfter returns the index of the first tagged span that ends after token first.
// Claims come by first token, so the search goes on from where it was.
func (s *scratch) tagAfter(first int32) int {
	for s.tagAt > 0 && s.tagged[s.tagAt-1].Last > int(first) {
		s.tagAt--
	}
	for s.tagAt < len(s.tagged) && s.tagged[s.tagAt].Last <= int(first) {
		s.tagAt++
	}
	return s.tagAt
}

func (s *scratch) addRules(c *claim, own, all []proposal) {
	none := true
	var last uint8
	for i := range own {
		if own[i].from == fromRules && (none || own[i].arg != last) {
			none, last = false, own[i].arg
			s.feat(fRule + min(int(own[i].arg), maxRules-1))
		}
	}
	if none {
		s.feat(fRuleNone)
	}
	for i := range all {
		if all[i].from == fromRules && all[i].label != c.label {
			s.feat(fRuleOther)
			break
		}
	}
	s.addRuleCover(c)
}

// addRuleCover says whether a rule's span strictly covers the claim or lies in it.
func (s *scratch) addRuleCover(c *claim) {
	for s.ruleAt > 0 && s.rules[s.ruleAt-1].First+maxRuleSpan > int(c.first) {
		s.ruleAt--
	}
	for s.ruleAt < len(s.rules) && s.rules[s.ruleAt].First+maxRuleSpan <= int(c.first) {
		s.ruleAt++
	}
	var coverSame, coverOther, inner bool
	for k := s.ruleAt; k < len(s.rules) && s.rules[k].First < int(c.last); k++ {
		r := &s.rules[k]
		same := ruleLabels[r.Label] == c.label
		switch n := r.Last - r.First - int(c.last-c.first); {
		case r.First <= int(c.first) && r.Last >= int(c.last) && n > 0:
			coverSame = coverSame || same
			coverOther = coverOther || !same
		case r.First >= int(c.first) && r.Last <= int(c.last) && n < 0 && same:
			inner = true
		}
	}
	for _, p := range [...]struct {
		on   bool
		feat int
	}{{coverSame, fRuleCoverSame}, {coverOther, fRuleCoverOther}, {inner, fRuleInnerSame}} {
		if p.on {
			s.feat(p.feat)
		}
	}
}

// maxRuleSpan is longer than any span of a rule in tokens.
const maxRuleSpan = 24
