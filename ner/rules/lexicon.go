package rules

import (
	"strings"
	"sync"

	"github.com/namyab/namyab/internal/text"
)

// word is what the rules' own lists say of one word of text: a set of parts that it can
// play in a pattern. The gazetteer's [gazetteer.WordClass] says what its tables know of
// the same word; a rule takes either's word for it.
type word uint64

const (
	wTitle     word = 1 << iota // gen, mullah, president: a name follows
	wRole                       // spokesman, commander, resident: a name may follow, or stand before
	wSpeech                     // said, told
	wKin                        // brother
	wGPE                        // province, state, county
	wDistrict                   // district
	wCity                       // city, town, village
	wLoc                        // valley, river
	wFac                        // airport, prison
	wPlural                     // the class word is a plural: provinces
	wOrgHead                    // ministry, front: ends the name of an organisation
	wOrgWeak                    // army, force, group: may end one, is mostly an ordinary word
	wOrgOf                      // ministry, university, center: "of" or "for" may go on
	wMedia                      // times, news, agency
	wCompany                    // inc, bank, airlines
	wUnit                       // corps, division, brigade
	wCalendar                   // months and days
	wDirection                  // northern, upper
	wPlacePrep                  // in, near, from
	wFunction                   // the, of, and, he
	wConnector                  // ul, bin, van: small words inside names
	wNotName                    // capitalised words of boilerplate and page furniture
	wBeforeLoc                  // lake, mount, gulf
	wBeforeFac                  // camp, fort
	wCredit                     // reporting, editing, written
	wBorn                       // based, born: ends a compound of a place
	wPeople                     // forces, fighters, tribe: what an adjective of a people stands before
	wCapital                    // capital
	wFacAdj                     // international, military: lower-case words inside the names of facilities
	wBetween                    // of, for, in, and, the: words that may stand between the parts of an organisation's name
	wFacLead                    // forward, combat: before Operating Base, Outpost
	wNation                     // afghan, german: adjectives that lists of surnames hold too
	wHonorific                  // mr, mrs, dr, gen: nothing but a person follows

	wHead  = wOrgHead | wMedia | wCompany | wUnit
	wPlace = wGPE | wDistrict | wCity | wLoc | wFac
)

// wordLists is the source of the rules' lexicon: a word may stand in several lists.
var wordLists = []struct {
	bits  word
	words string
}{
	{wTitle | wHonorific, `mr mrs ms miss dr gen general lt lieutenant ltc col colonel maj major brig brigadier capt captain cmdr cdr
		cpl corporal sgt sergeant pfc pvt spc adm admiral vadm radm marshal sen senator rep gov prof professor rev sir lord lady dame
		mullah mulla mawlawi maulvi mawlavi mowlavi maulawi maulana mawlana molvi moulvi mawlavi haji hajji hajj alhaj al-haj qari
		ustad ustaz ayatollah sheikh shaikh shaykh`},
	{wTitle, `rear president premier minister secretary ambassador king queen prince princess sultan pope engineer eng imam hafiz mufti
		chancellor judge justice congressman congresswoman emir comrade commodore prof father sister brother pir malang`},
	{wRole, `spokesman spokeswoman spokesperson commander governor mayor chief leader chairman chairwoman director head deputy
		officer official analyst journalist reporter correspondent photographer cameraman resident lawmaker parliamentarian mp envoy
		negotiator adviser advisor founder coordinator representative candidate warlord strongman militant general colonel activist
		lawyer teacher student farmer shopkeeper driver doctor businessman professor economist historian author writer coach captain
		singer actor filmmaker elder cleric scholar preacher policeman soldier expert researcher editor publisher manager
		executive president minister secretary ambassador diplomat politician rival predecessor successor counterpart
		king emir mullah architect engineer witness survivor villager veteran specialist premier chancellor contractor translator
		interpreter insurgent bomber facilitator mastermind financier kingpin aide member`},
	{wSpeech, `said says say told tells added adds warned warns tweeted tweets wrote writes stated insisted insists argued argues
		explained explains recalled recalls claimed claims announced confirmed denied noted notes asked asks replied replies
		acknowledged declared testified complained concluded observed remarked responded commented urged believes believed thinks
		vowed pledged admitted predicted quipped continued reported`},
	{wKin, `brother brothers son sons father daughter daughters wife husband sister sisters mother uncle cousin nephew niece grandson
		grandfather widow`},
	{wGPE, `province county prefecture governorate oblast`},
	{wGPE | wPlural, `provinces counties`},
	{wDistrict, `district subdistrict woluswali tehsil`},
	{wDistrict | wPlural, `districts`},
	{wCity, `city town village hamlet township`},
	{wCity | wPlural, `cities towns villages`},
	{wLoc, `valley river mountain mountains hills hill pass desert plain plateau lake gorge peninsula island islands ocean sea gulf
		basin range canyon glacier strait straits line corridor creek cave caves`},
	{wLoc | wPlural, `valleys rivers lakes`},
	{wFac, `airport airfield base airbase dam road highway bridge prison jail hospital clinic hotel mosque shrine palace tunnel stadium
		school madrasa madrassa seminary bazaar market camp outpost checkpoint fort fortress garrison
		compound mausoleum tower crossing garden square street avenue library museum theater theatre cemetery monastery temple
		church cathedral circle barracks gate canal reservoir pipeline restaurant headquarters park zoo field station port terminal mine minaret citadel`},
	{wFac | wPlural, `airports bases dams roads highways bridges hospitals hotels mosques`},
	{wOrgHead | wOrgOf, `ministry department directorate commission council committee university institute foundation agency authority
		front party movement alliance union league association federation academy office bureau court parliament assembly
		senate congress organization organisation society center centre network mission command coalition administration college
		service services embassy consulate board secretariat confederation jirga shura tribunal club emirate caliphate conference
		ministries fund programme program bank school corps army chamber hospital uni univ`},
	{wOrgHead, `watch news initiative partnership trust crescent cross brigade brigades house jirgah shurah jamaat lashkar hezb
		rescue fc nations laboratory consortium syndicate pact observatory`},
	{wOrgWeak, `army force forces police guard guards group state government team project campaign unit bureau militia navy
		marines intelligence operations security staff cabinet resistance`},
	{wMedia, `news times post tv radio agency press daily journal tribune herald magazine television broadcasting telegraph guardian
		observer independent gazette chronicle globe review monitor weekly standard mirror media channel broadcaster wire`},
	{wCompany, `inc ltd corp co llc plc company corporation bank airlines airways industries holdings group telecom insurance`},
	{wUnit, `corps division brigade battalion regiment squadron wing kandak army platoon company squad fleet command marines infantry
		rifles guards fusiliers gurkhas cavalry artillery`},
	{wCalendar, `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
		sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ramadan
		nowruz eid christmas easter`},
	{wDirection, `north south east west northern southern eastern western central northeast northwest southeast southwest northeastern
		northwestern southeastern southwestern upper lower`},
	{wPlacePrep, `in near from at around outside inside throughout across toward towards into to through via`},
	{wFunction, `the a an this that these those there then they their them he his him she her it its we our us you your i my me but and
		or nor as for from by after before since with without when while where who whom whose what why how if in on at to of into
		over under up down out off not no yes so than too very can could may might must shall should will would do does did is are
		was were be been being have has had one two three four five six seven eight nine ten all any both each few many more most
		much other others another some such only own same here now just also about against between during because although though
		despite until once again further however meanwhile moreover instead according yet still even never always already
		earlier later last next first second third old several every neither either around among amid nearly almost perhaps
		maybe let like unlike given per via toward towards within beyond behind below above across along near`},
	{wConnector, `ul ur al el bin bint ibn de da di van von der den e i ud un as az us la le du dos del abu`},
	{wNotName, `photo photos photograph image images video updated update published posted share download pdf read copyright rights
		reserved editor editors editing reporting writing story stories page file caption credit source sources related topics tags
		advertisement subscribe newsletter email click print contact release immediate breaking exclusive analysis opinion editorial
		islam islamist internet english dari pashto persian arabic urdu am pm gmt utc est tv fob op cop ied ieds suv ak covid ngo ngos mp mps id
		pow ok phd ceo un-led asked`},
	{wBeforeLoc, `lake mount mt gulf strait cape isle`},
	{wBeforeFac, `camp fort fob cop outpost port hotel base`},
	{wNation, `afghan afghans german germans russian russians american american british french english irish dutch spanish turkish arab
		iranian pakistani indian chinese taliban islamic`},
	{wFacLead, `forward operating combat patrol vehicle observation fire main`},
	{wCredit, `reporting editing writing reported edited written additional compiled photographs photo by translated report`},
	{wBorn, `based born`},
	{wPeople, `forces force troops soldiers army police fighters militants insurgents people peoples tribe tribes tribesmen tribal
		officials government civilians men women refugees authorities leaders community minority security army air national militia
		rebels commanders gunmen warlords`},
	{wCapital, `capital`},
	{wFacAdj, `international military air provincial regional district main central high-security maximum-security national public
		private civil general maternity naval army police training detention hydroelectric border ring university children`},
	{wBetween, `of for in and the on to against`},
}

// lexicon maps a word in lower case to its parts. It is made on first use, not at the start
// of every program.
var lexicon = sync.OnceValue(func() map[string]word {
	m := make(map[string]word, 1200)
	for _, l := range wordLists {
		for _, w := range strings.Fields(l.words) {
			m[w] |= l.bits
		}
	}
	return m
})

// longestWord bounds the look-up; it is the length of the longest listed word.
const longestWord = 16

// lookUp returns the parts of token i: one look-up, no allocation.
func lookUp(doc *text.Doc, i int) word {
	t := doc.Tokens[i]
	if t.Kind != text.Word || t.Len() > longestWord {
		return 0
	}
	var buf [longestWord + 4]byte
	lower := text.AppendLower(buf[:0], doc.Surface(i))
	if t.Is(text.Abbrev) && len(lower) > 1 && lower[len(lower)-1] == '.' {
		lower = lower[:len(lower)-1]
	}
	return lexicon()[string(lower)]
}
