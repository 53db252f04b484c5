package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// classes are the word classes that the tests need: a small lexicon of their own, so that
// no change of the tables moves them.
var classes = map[string]gazetteer.WordClass{
	"ahmad": gazetteer.Given, "abdul": gazetteer.Given, "rahman": gazetteer.Given | gazetteer.Surname, "karim": gazetteer.Given,
	"khan": gazetteer.Surname | gazetteer.AfterTitle, "omar": gazetteer.Given, "wardak": gazetteer.Surname | gazetteer.Tribal,
	"afghan": gazetteer.Demonymic | gazetteer.Surname, "afghans": gazetteer.Demonymic, "german": gazetteer.Demonymic,
	"pashtun": gazetteer.Demonymic, "police": gazetteer.Common, "officials": gazetteer.Common, "forces": gazetteer.Common,
	"bomb": gazetteer.Common, "national": gazetteer.Common, "joy": gazetteer.Common | gazetteer.Surname,
}

func classesOf(doc *text.Doc) []gazetteer.WordClass {
	out := make([]gazetteer.WordClass, len(doc.Tokens))
	for i := range out {
		out[i] = classes[strings.ToLower(doc.Surface(i))]
	}
	return out
}

// found returns the proposals of the given rules as "rule: surface", all with no rules given.
func found(t *testing.T, s string, ids ...ID) []string {
	t.Helper()
	doc := text.Tokenize(s)
	var out []string
	for _, m := range Find(nil, doc, classesOf(doc)) {
		for _, id := range ids {
			if m.Rule == id {
				out = append(out, fmt.Sprintf("%v %s", m.Label, doc.Slice(m.First, m.Last)))
			}
		}
	}
	return out
}

type ruleCase struct {
	rule ID
	text string
	want string // proposals joined by "; "
}

func runRuleCases(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.rule.String()+"/"+c.text, func(t *testing.T) {
			assert.Equal(t, c.want, strings.Join(found(t, c.text, c.rule), "; "))
		})
	}
}

func TestPersonRules(t *testing.T) {
	runRuleCases(t, []ruleCase{
		{HonorificName, "They met Gen. Ahmad Rahman and Mr. Karim.", "PERSON Ahmad Rahman; PERSON Karim"},
		{HonorificName, "They met Brig. Gen. Ahmad Rahman.", "PERSON Ahmad Rahman"},
		{HonorificName, "They met Mullah Omar and Haji Karim Khan.", "PERSON Omar; PERSON Karim Khan"},
		{HonorificName, "The letter of Maulvi Abdul-Rahman was read.", "PERSON Abdul-Rahman"},
		{TitleName, "Then Defense Minister Ahmad Karim Wardak left.", "PERSON Ahmad Karim Wardak"},
		{TitleName, "Then Secretary of State Ann Lee left.", "PERSON Ann Lee"},
		{TitleName, "The President International Hotel opened.", ""},
		{HonorificName, "The cadets of Marshal Karim Military Academy left.", ""},
		{TitleNameLower, "They met president Karim in May.", "PERSON Karim"},
		{RoleName, "The police chief Abdul Rahman left.", "PERSON Abdul Rahman"},
		{RoleOne, "A resident Karim told them so.", "PERSON Karim"},
		{RoleCommaName, "Their police chief, Abdul Rahman, left.", "PERSON Abdul Rahman"},
		{NameRole, "But Abdul Rahman, a spokesman for them, left.", "PERSON Abdul Rahman"},
		{NameAge, "But Karim, 34, left.", "PERSON Karim"},
		{NameWho, "But Karim, who goes by one name, left.", "PERSON Karim"},
		{NameWho, "But the Karim, who are many, left.", ""},
		{NameSaid, "Later Abdul Rahman said so.", "PERSON Abdul Rahman"},
		{SaidName, "It is so, said Abdul Rahman.", "PERSON Abdul Rahman"},
		{OneSaid, "Later Karim said so.", "PERSON Karim"},
		{AccordingTo, "It is so, according to Abdul Rahman.", "PERSON Abdul Rahman"},
		{NameAllKnown, "They saw Ahmad Karim Khan.", "PERSON Ahmad Karim Khan"},
		{NameGivenFirst, "They saw Ahmad Zzyzx.", "PERSON Ahmad Zzyzx"},
		{PersonShape, "They saw Zzyzx Khan.", "PERSON Zzyzx Khan"},
		{PersonShape, "They saw Gulbu Najeebullah.", "PERSON Gulbu Najeebullah"},
		{InitialName, "They saw John F. Zzyzx.", "PERSON John F. Zzyzx"},
		{InitialName, "Q. Please go on.", ""},
		{CapitalPair, "They saw Ann Zzyzx.", "PERSON Ann Zzyzx"},
		{GivenName, "They saw Karim there, and Joy.", "PERSON Karim"},
		{KinName, "She saw his brother Karim and the son of Ahmad Khan.", "PERSON Karim; PERSON Ahmad Khan"},
		{NameList, "They saw Ahmad Khan, Ann Zzyzx and Bob Yzzyz.", "PERSON Ann Zzyzx; PERSON Bob Yzzyz"},
	})
}

func TestPlaceRules(t *testing.T) {
	runRuleCases(t, []ruleCase{
		{PlaceProvince, "They left southern Helmand province.", "GPE Helmand province"},
		{PlaceProvince, "Afghan province officials left.", ""},
		{PlaceDistrict, "They left Nahr-e Saraj district.", "GPE Nahr-e Saraj district"},
		{PlaceCity, "They left Herat city.", "GPE Herat city"},
		{PlaceLoc, "They left the Panjshir Valley.", "LOC Panjshir Valley"},
		{PlaceFac, "They left Kabul International Airport.", "FAC Kabul International Airport"},
		{PlaceFacLower, "They left Pul-e-Charkhi prison.", "FAC Pul-e-Charkhi prison"},
		{PlaceFacLower, "They left a US base and an Afghan prison.", ""},
		{PlaceFacLong, "They left Bagram military base.", "FAC Bagram military base"},
		{ProvinceList, "They left Wardak, Zabul and Kandahar provinces.", "GPE Wardak; GPE Zabul; GPE Kandahar"},
		{OfProvince, "They left the province of Helmand.", "GPE Helmand"},
		{OfProvince, "They left the districts of Gereshk, Sangin, and Marjah in May.", "GPE Gereshk; GPE Sangin; GPE Marjah"},
		{FeatureOf, "They left the Strait of Hormuz.", "LOC Strait of Hormuz"},
		{FeatureBefore, "They left Camp Zzyzx and Forward Operating Base Yzzyz.", "FAC Camp Zzyzx; FAC Forward Operating Base Yzzyz"},
		{CapitalName, "They left the provincial capital Lashkar Gah and the capital, Doha.", "GPE Lashkar Gah; GPE Doha"},
		{PlacePair, "They stayed in Nad Ali, Helmand, in May.", "GPE Nad Ali; GPE Helmand"},
		{PlaceIn, "They stayed in Zzyzx in May.", "GPE Zzyzx"},
		{PlaceTo, "They went from Zzyzx to Yzzyz.", "GPE Zzyzx; GPE Yzzyz"},
		{PlaceWithState, "They stayed in Washington, D.C. for long.", "GPE Washington, D.C."},
		{Based, "a Kabul-based firm and a German-born man", "GPE Kabul; NORP German"},
		{DatelineCity, "KABUL, Afghanistan (Reuters) - A bomb went off.", "GPE KABUL"},
		{DatelineCity, "MAZAR-E-SHARIF (AFP) – A bomb went off.", "GPE MAZAR-E-SHARIF"},
		{DatelineCity, "KABUL/PESHAWAR, Pakistan (Reuters) - A bomb went off.", "GPE KABUL; GPE PESHAWAR"},
		{DatelineCity, "Kabul, Afghanistan (CNN) -- A bomb went off.", "GPE Kabul"},
		{DatelineCity, "WASHINGTON—\n\nA bomb went off.", "GPE WASHINGTON"},
		{DatelineCountry, "KABUL, Afghanistan (Jan. 15) - A bomb went off.", "GPE Afghanistan"},
		{DatelineAgency, "KABUL, Afghanistan (Reuters) - A bomb went off.", "ORG Reuters"},
		{DatelineAgency, "KABUL, Afghanistan (Jan. 15) - A bomb went off.", ""},
		{DatelineBare, "KABUL The bomb went off.", "GPE KABUL"},
		{DatelineBare, "KABUL Civilian deaths rose in May.", "GPE KABUL"},
	})
}

func TestOrgRules(t *testing.T) {
	runRuleCases(t, []ruleCase{
		{OrgOf, "They left the Afghan Ministry of Interior Affairs.", "ORG Afghan Ministry of Interior Affairs"},
		{OrgOf, "They left the University of Kabul.", "ORG University of Kabul"},
		{OrgOfAnd, "They left the Center for Media and Security.", "ORG Center for Media and Security"},
		{OrgIn, "The National Resistance Front in Afghanistan left.", "ORG National Resistance Front in Afghanistan"},
		{OrgIn, "The Embassy in Kabul left.", ""},
		{OrgHead, "They left the National Resistance Front.", "ORG National Resistance Front"},
		{OrgHead, "It was Afghanistan's Interior Ministry.", "ORG Interior Ministry"},
		{OrgNationHead, "They left the Afghan Interior Ministry.", "ORG Afghan Interior Ministry"},
		{OrgHead, "They left the Afghan National Army.", "ORG Afghan National Army"},
		{OrgWeakHead, "They left the Zzyzx Force.", "ORG Zzyzx Force"},
		{OrgHeadLower, "They left the Haqqani network.", "ORG Haqqani network"},
		{OrgBranch, "They left the foreign ministry.", "ORG foreign ministry"},
		{OrgUnit, "They left the 205th Corps and the 10th Mountain Division.", "ORG 205th Corps; ORG 10th Mountain Division"},
		{OrgUnit, "He served in 3rd Battalion, 5th Marine Infantry, in Sangin.", "ORG 3rd Battalion, 5th Marine Infantry; ORG 3rd Battalion; ORG 5th Marine Infantry"},
		{OrgUnit, "Men of First Battalion, the Royal Rifles, left.", "ORG First Battalion, the Royal Rifles; ORG First Battalion"},
		{OrgUnit, "He served in the 1st Battalion", "ORG 1st Battalion"},
		{OrgMedia, "It was in the New York Times.", "ORG New York Times"},
		{OrgCompany, "They left Zzyzx Inc. for good.", "ORG Zzyzx Inc."},
		{AcronymLong, "The National Resistance Front in Afghanistan (NRF) left.", "ORG National Resistance Front in Afghanistan"},
		{AcronymLong, "The ANDSF (Afghan National Defence and Security Forces) left.", "ORG Afghan National Defence and Security Forces"},
		{AcronymShort, "The United Zzyzx Party (UZP) left.", "ORG UZP"},
		{AcronymAgain, "The United Zzyzx Party (UZP) left. The UZP is back.", "ORG UZP"},
		{AcronymLoose, "The Zzyzx Party (QQQ) left.", "ORG QQQ"},
		{Acronym, "Then ZZX left.", "ORG ZZX"},
		{NationPeople, "Then Afghans and Pashtun elders left.", "NORP Afghans; NORP Pashtun"},
		{Credit, "People flee [Ann Zzyzx/Reuters]", "PERSON Ann Zzyzx; ORG Reuters"},
		{Byline, "By Ann Zzyzx and Bob Yzzyz\n\nThey left.", "PERSON Ann Zzyzx; PERSON Bob Yzzyz"},
		{Byline, "(Reporting by Ann Zzyzx in Kabul and Bob Yzzyz; editing by Eve Lee)", "PERSON Ann Zzyzx; PERSON Bob Yzzyz; PERSON Eve Lee"},
	})
}

func TestRuleNames(t *testing.T) {
	seen := map[string]bool{}
	for id := range ID(Count) {
		require.NotEmpty(t, id.String())
		require.False(t, seen[id.String()], "%s names two rules", id)
		seen[id.String()] = true
	}
}

// A doc is read with no lexicon at all, with one too short and with one too long.
func TestClassesOfAnyLength(t *testing.T) {
	doc := text.Tokenize("They met Gen. Ahmad Rahman in Kabul.")
	for _, n := range []int{0, 3, len(doc.Tokens), len(doc.Tokens) + 9} {
		assert.NotEmpty(t, Find(nil, doc, make([]gazetteer.WordClass, n)))
	}
}
