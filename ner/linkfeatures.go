package ner

// The features of a reading: one way to take a mention, an entry or NIL. As with claims
// every feature is a plain fact, so the score of a reading is a sum of table entries that
// an explanation can list. The probability of a reading is the softmax of the scores of
// all readings of the mention (a conditional maximum-entropy ranker, Berger, Della Pietra
// & Della Pietra 1996). internal/gen/fitlinks learns the weights; after any change of this
// list run it again.
const (
	// NIL
	lNIL = iota
	lNILWords1
	lNILWords2
	lNILWords3
	lNILGiven     // one word that is a given name
	lNILUnmet     // no exact or folded name among the readings
	lNILAnteNIL   // the fuller name before it is NIL too
	lNILFirstNIL  // … and begins with this one or has it inside
	lNILAnteKnown // the fuller name is linked
	lNILTitle     // a title or role stands before it
	lNILModelOnly // neither listed name nor rule: the tagger alone
	lNILPrivate   // age, "a resident", "who goes by one name": a private person
	lNILCommon    // an ordinary word
	lNILTrade     // a trade of the unknown: farmer, shopkeeper, driver
	lNILAge       // an age after the name
	lNILKin       // kin of somebody who is in no table
	lNILCalled    // "a man named X"

	// how the name was met
	lExact
	lFolded
	lFuzzy
	lFoldedOne     // folded, a name of one word
	lFuzzyOne      // fuzzy, a name of one word
	lFoldedVillage // folded, a village: there are so many that any word is like one
	lGivenOnly     // not as listed, and every word of the name is a given name: there are many
	lUncommon      // not as listed, and a word of the name is of no class
	lLike60        // found by likeness, of at least 0.6
	lLike70        // … 0.7
	lLike80        // … 0.8
	lLike90        // … 0.9
	lLike95        // … 0.95
	lName
	lAcronym
	lDemonym
	lShort
	lNickname
	lFormer
	lWords1
	lWords2
	lWords3
	lLower // written in lower case

	// what the entry is
	lPrior0
	lPrior1
	lPrior2
	lPrior3
	lPrior4
	lPrior5
	lPrior6
	lPrior7
	lCountry
	lProvince
	lDistrict
	lCity
	lTown
	lVillage
	lNatural
	lBuilt
	lPersonKind
	lArmed
	lGovernment
	lForces
	lInternational
	lMedia
	lCompany
	lPeople
	lTribe
	lReligion
	lAfghan  // the entry is in or of Afghanistan
	lForeign // … of another country

	// against the other readings
	lOnly
	lFew
	lMany
	lCrowd
	lTop    // best known of the readings
	lBehind // far less known than the best
	lLabel  // the label of the mention is that of the kind
	lNotLabel
	lNotLabelLong // … of a name of several words, met as listed

	// class words, in the span or beside it
	lClassAgrees
	lClassExact // the very kind, not only one like it: an airport, no base
	lClassClashes
	lClassNone          // no class word, and the reading is a province, district or natural feature
	lClassBefore        // "province of X" agrees
	lListAgrees         // "X and Y provinces" agrees
	lNamedAgain         // the same name stands elsewhere in the text with the class word of this kind
	lNamedOther         // … with a class word of another kind
	lGovernorNear       // "governor", "provincial" beside a province
	lOfficeOf           // "the Balkh governor", "police chief of Balkh", and the reading is a province
	lStateAfter         // "Langley, Virginia", and the reading is a state or province abroad
	lHoldsBefore        // the reading contains the place named right before it
	lOutsideNext        // "Lexington, Va.", and the reading does not lie in the state or country named right after it
	lDateline           // first place of a dateline, and the reading is a city
	lTwinProvince       // a city or district of the same name as its province
	lTwinCity           // a province of the same name as its capital
	lTwinUnitOf         // "Zhari district of Kandahar"
	lTwinIn             // "in"
	lTwinOf             // "of"
	lTwinTo             // "to", "from"
	lTwinNear           // "near", "north of", "streets of"
	lTwinAcross         // "across", "parts of"
	lTwinStart          // at the head of a sentence or clause
	lTwinPossessive     // "Kandahar's"
	lTwinHolds          // a place in the province stands right before: "Qarabagh, in Ghazni"
	lTwinAmongProvinces // in a list with provinces
	lTwinAmongCities    // in a list with cities
	lSeatDistrict       // a district with a village of its name in it
	lSeatVillage        // the village
	lSeatTown           // … a town
	lSeatSpelt          // the village is the better spelt of the two
	lPeopleBeside       // a people stands in the same list
	lOfficialAfter      // "government", "embassy", "forces" follow a demonym
	lEthnic             // "ethnic" before it, "elders", "tribe", "minority" after it
	lPlural             // in the plural
	lStateNamed         // the text names the state beside its demonym
	lEthnicPerson       // "Afghan Uzbek", "Uzbek warlord X", and the reading is the people

	// the rest of the text
	lAnteSame          // the fuller name that ends with this one is this entry
	lAnteOther         // … is another
	lBearerSole        // the only person of this surname named in full so far
	lBearerSoleMarked  // the same, where a title or the like may mark another
	lBearerLast        // the one of several who was named last
	lBearerFirst       // … first
	lBearerMiddle      // … between
	lBearerBare        // named by the surname alone
	lBearerSame        // the surname alone meant him last
	lBearerBefore      // … meant him before, and another last
	lBearerNever       // … meant others so far
	lBearerKin         // named only as kin of somebody
	lBearerLead        // named at the head of a sentence
	lBearerNear        // named in this sentence or the one before
	lBearerNext        // named in full only after this, and nobody before
	lBearerLater       // the same, and somebody else before
	lBearerOther       // not he who alone was named in full
	lBearerOtherMarked // the same, where a title or the like may mark another
	lBearerOthers      // none of the several who were
	lBearerLittle      // of one whose surname stands in full before: little known
	lBearerKnown       // … known
	lBearerFamous      // … famous
	lBearerOffice      // … in office at the date
	lBearerOtherLater  // not he who is named in full after this
	lFirstSame         // the fuller name begins with this one
	lFirstOther
	lInnerSame // the fuller name has this one after Mohammad, Abdul or Sayed
	lInnerOther
	lEndsSame  // the same of a name that leaves out the middle of the fuller one
	lEndsOther //
	lAnteAdded // the reading comes from the fuller name alone
	lEndsAdded // … and the shorter leaves out its middle
	lKin       // the name with the surname of kin named before it
	lAgainSame // the same surface was read so before
	lAgainOther
	lBesideWithin   // the place that contains it stands right beside it
	lSentenceWithin // … in the sentence
	lTextWithin     // … in the text
	lNotWithin      // the text names provinces or countries, and none contains it
	lHomeNearest    // the place that contains it stands nearer than that of any namesake
	lHomeFarther    // … farther than that of one
	lNear25         // kilometres to the nearest sure place of the text
	lNear100
	lNear300
	lFar
	lCountryBeside // the country or nationality right before it is that of the entry
	lCountryOther  // … is another
	lFocus         // most places of the text are in its country
	lCountryNamed
	lCountryUnnamed
	lRole1 // words of its roles beside the mention
	lRole2
	lRole3
	lRoleNow // a role matched, and it was held at the date
	lRoleStale
	lRoleNone // there is a title, and no role has its words
	lRoleBest // a role fits better than those of all other readings
	lRoleBeaten
	lTitled   // listed with the title that stands before the name
	lAnother  // "another Clinton", "the other Obama": not he who was named before
	lNotYet   // every role of it began after the date
	lInOffice // held some role at the date
	lDead     // dead at the date
	lDeadSpeaks
	lDeadActs   // dead at the date, and a verb in the present follows
	lDeathFits  // the words around speak of a death, and the entry is dead
	lDeathClash // … and it is not
	lUnborn     // not yet fifteen at the date
	lGone       // the unit or body did not exist at the date
	lBody       // a body that the entry belongs to is named
	lJunior
	lSenior
	lAgeClash     // "the elder" and he is the younger, or the reverse
	lOwnKin       // "his son X", and the entry is the man himself
	lFamily       // the name with a surname of the text, where no kinship is named
	lWoman        // "Mrs." or "Ms.", and the entry is a woman
	lSexClash     // "Mrs." and a man, "Mr." and a woman
	lClericAbroad // "Mullah", "Qari", and the entry is of a country without such
	lClericLay    // the same before a name of one word, and the entry is not listed with the title
	lCredit       // after a stroke ("Watan Yar/EPA"), and the reading is of the press
	lCreditOther  // … of another kind

	numLinkFeatures
)
