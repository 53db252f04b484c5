package ner

// The features of a claim. Every one is a plain fact (it holds or not), so that a
// claim's log-odds are a sum of table entries that an explanation can list. Each feature
// has one weight a label, learned by internal/gen/fitweights; numbers are cut into
// buckets rather than multiplied, since none of them acts linearly.
//
// The order is that of the rows of resolveWeights: after any change here run the
// generator again.
const (
	fBias = iota

	// the gazetteer on exactly this range and label
	fGazExact
	fGazFolded
	fGazFuzzy
	fGazNone
	fGazWords1
	fGazWords2
	fGazWords3
	fGazAcronym
	fGazDemonym
	fGazShort
	fGazNickname
	fGazFormer
	fGazName
	fGazPrior0 // eight buckets, see priorBucket
	fGazPrior1
	fGazPrior2
	fGazPrior3
	fGazPrior4
	fGazPrior5
	fGazPrior6
	fGazPrior7
	fGazCountry
	fGazProvince
	fGazDistrict
	fGazTown
	fGazVillage
	fGazCommon
	fGazLower
	fGazNamePart
	fGazSentenceStart
	fGazPartLower // a telling word of the name is in lower case
	fGazMany      // more than eight entries share the name

	// the gazetteer on this range with another label: six features, by that label
	fGazOther // + label-1
	_
	_
	_
	_
	_
	// another gazetteer name around or inside this range
	fGazCoverSame
	fGazCoverOther
	fGazInnerSame
	fGazInnerOther

	// the model
	fModelNone  // no span of it touches the range
	fModelSame0 // same range and label, seven buckets of probability
	fModelSame1 //
	fModelSame2 //
	fModelSame3 //
	fModelSame4 //
	fModelSame5 //
	fModelSame6 //
	fModelOther // same range, another label: six features, by that label
	_           //
	_           //
	_           //
	_           //
	_           //
	fModelCoverSame
	fModelCoverOther
	fModelInnerSame
	fModelInnerOther
	fModelCross

	// the rules; the rule itself is fRule+ID
	fRuleNone
	fRuleOther // a rule claims the range for another label
	fRuleCoverSame
	fRuleCoverOther
	fRuleInnerSame

	// the range and its surroundings
	fWords1
	fWords2
	fWords3
	fWords4
	fCasingTitle
	fCasingUpper
	fCasingLower
	fLineSentence
	fStartsSentence
	fStartsSentenceCommon // and its first word is ordinary in lower case
	fAllCommon
	fFirstCommon
	fLastCommon
	fLowerFirst
	fAcronymShape
	fHyphenLeft
	fHyphenRight
	fCapsLeft  // a capitalised word stands just before, outside the range
	fCapsRight // … just after
	fGlued
	fHasName  // a token is a known given or family name
	fAllNames // all are
	fNative
	fDemonymWord
	fTitleLast // its last word is a title or role
	fTitleFirst
	fClassLast // its last word is a class word of places or bodies
	fFunctionFirst
	fMonth
	fNotName
	fNextClassPlace
	fNextClassOrg
	fNextPossessive
	fPrevTitle
	fPrevRole
	fPrevPlacePrep
	fNextSpeech
	fNextJunior // Jr., Sr.: the name goes on
	fTheRiver   // "the" before it, no noun after it, and a river has the name: the Helmand
	fPrevSpeech
	fPrevDirection
	fPrevThe
	fPrevCapitalThe // … with a capital that no start of a sentence or headline asks for
	fParens

	// the rest of the text
	fEchoWholeSame
	fEchoWholeMany
	fEchoWholeOther
	fEchoLastSame
	fEchoLastOther
	fEchoFirstSame
	fEchoOnly // nobody else proposes it

	fRule // + rules.ID
)

// maxRules bounds the rule IDs, so that the table of weights has a fixed size.
const maxRules = 64

const numFeatures = fRule + maxRules

// priorBucket cuts a gazetteer prior (natural logarithm of relative frequency, about
// -4 to 10) into eight steps.
func priorBucket(p float32) int {
	return min(7, max(0, int((p+4)/1.75)))
}

// probBucket cuts a probability into seven steps, finer near one.
func probBucket(p float32) int {
	for i, edge := range [...]float32{0.3, 0.5, 0.7, 0.85, 0.95, 0.99} {
		if p < edge {
			return i
		}
	}
	return 6
}
