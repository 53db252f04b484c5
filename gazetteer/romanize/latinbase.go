package romanize

import "golang.org/x/text/unicode/norm"

// latinBases lists each Latin letter outside ASCII with the ASCII letters it stands
// for. Most is the canonical decomposition of Unicode without its marks; letters that
// schemes give a sound of their own are by sound: ğ and ġ are gh, č is ch, š is sh,
// ž is zh, ḫ is kh.
const latinBases = "" +
	"Àa Áa Âa Ãa Äa Åa Æae Çch Èe Ée Êe Ëe Ìi Íi Îi Ïi Ðd Ñn Òo Óo Ôo Õo Öo Øo Ùu " +
	"Úu Ûu Üu Ýy Þth ßss àa áa âa ãa äa åa æae çch èe ée êe ëe ìi íi îi ïi ðd ñn òo " +
	"óo ôo õo öo øo ùu úu ûu üu ýy þth ÿy Āa āa Ăa ăa Ąa ąa Ćc ćc Ĉc ĉc Ċc ċc Čch " +
	"čch Ďd ďd Đd đd Ēe ēe Ĕe ĕe Ėe ėe Ęe ęe Ěe ěe Ĝg ĝg Ğgh ğgh Ġgh ġgh Ģg ģg Ĥh " +
	"ĥh Ħh ħh Ĩi ĩi Īi īi Ĭi ĭi Įi įi İi ıi Ĵj ĵj Ķk ķk Ĺl ĺl Ļl ļl Ľl ľl Łl łl Ńn " +
	"ńn Ņn ņn Ňn ňn ŋng Ōo ōo Ŏo ŏo Őo őo Œoe œoe Ŕr ŕr Ŗr ŗr Řr řr Śs śs Ŝs ŝs Şs " +
	"şs Šsh šsh Ţt ţt Ťt ťt Ŧt ŧt Ũu ũu Ūu ūu Ŭu ŭu Ůu ůu Űu űu Ųu ųu Ŵw ŵw Ŷy ŷy " +
	"Ÿy Źz źz Żz żz Žzh žzh Əa Ơo ơo Ƣgh ƣgh Ưu ưu Ǎa ǎa Ǐi ǐi Ǒo ǒo Ǔu ǔu Ǖu ǖu Ǘu " +
	"ǘu Ǚu ǚu Ǜu ǜu Ǟa ǟa Ǡa ǡa Ǧj ǧj Ǩk ǩk Ǫo ǫo Ǭo ǭo ǰj Ǵg ǵg Ǹn ǹn Ǻa ǻa Ȁa ȁa " +
	"Ȃa ȃa Ȅe ȅe Ȇe ȇe Ȉi ȉi Ȋi ȋi Ȍo ȍo Ȏo ȏo Ȑr ȑr Ȓr ȓr Ȕu ȕu Ȗu ȗu Șs șs Țt țt " +
	"Ȟh ȟh Ȧa ȧa Ȩe ȩe Ȫo ȫo Ȭo ȭo Ȯo ȯo Ȱo ȱo Ȳy ȳy " +
	"əa " +
	"Ḁa ḁa Ḃb ḃb Ḅb ḅb Ḇb ḇb Ḉc ḉc Ḋd ḋd Ḍd ḍd Ḏd ḏd Ḑd ḑd Ḓd ḓd Ḕe " +
	"ḕe Ḗe ḗe Ḙe ḙe Ḛe ḛe Ḝe ḝe Ḟf ḟf Ḡg ḡg Ḣh ḣh Ḥh ḥh Ḧh ḧh Ḩh ḩh " +
	"Ḫkh ḫkh Ḭi ḭi Ḯi ḯi Ḱk ḱk Ḳk ḳk Ḵk ḵk Ḷl ḷl Ḹl ḹl Ḻl ḻl Ḽl ḽl " +
	"Ḿm ḿm Ṁm ṁm Ṃm ṃm Ṅn ṅn Ṇn ṇn Ṉn ṉn Ṋn ṋn Ṍo ṍo Ṏo ṏo Ṑo ṑo Ṓo " +
	"ṓo Ṕp ṕp Ṗp ṗp Ṙr ṙr Ṛr ṛr Ṝr ṝr Ṟr ṟr Ṡs ṡs Ṣs ṣs Ṥs ṥs Ṧs ṧs " +
	"Ṩs ṩs Ṫt ṫt Ṭt ṭt Ṯt ṯt Ṱt ṱt Ṳu ṳu Ṵu ṵu Ṷu ṷu Ṹu ṹu Ṻu ṻu Ṽv " +
	"ṽv Ṿv ṿv Ẁw ẁw Ẃw ẃw Ẅw ẅw Ẇw ẇw Ẉw ẉw Ẋx ẋx Ẍx ẍx Ẏy ẏy Ẑz ẑz " +
	"Ẓz ẓz Ẕz ẕz ẖh ẗt ẘw ẙy Ạa ạa Ảa ảa Ấa ấa Ầa ầa Ẩa ẩa Ẫa ẫa Ậa " +
	"ậa Ắa ắa Ằa ằa Ẳa ẳa Ẵa ẵa Ặa ặa Ẹe ẹe Ẻe ẻe Ẽe ẽe Ếe ếe Ềe ềe " +
	"Ểe ểe Ễe ễe Ệe ệe Ỉi ỉi Ịi ịi Ọo ọo Ỏo ỏo Ốo ốo Ồo ồo Ổo ổo Ỗo " +
	"ỗo Ộo ộo Ớo ớo Ờo ờo Ởo ởo Ỡo ỡo Ợo ợo Ụu ụu Ủu ủu Ứu ứu Ừu ừu " +
	"Ửu ửu Ữu ữu Ựu ựu Ỳy ỳy Ỵy ỵy Ỷy ỷy Ỹy ỹy "

// latinTable is latinBases by code point, two bytes each; see latinSlot.
var latinTable = func() (t [latinSlots][2]byte) {
	slot := -1
	n := 0
	for _, r := range latinBases {
		switch {
		case r == ' ':
			slot = -1
		case slot < 0:
			slot, n = latinSlot(r), 0
		default:
			t[slot][n] = byte(r)
			n++
		}
	}
	return t
}()

const (
	latinLow   = 0x250 - 0xC0
	latinSlots = latinLow + 1 + 0x100
)

// latinSlot returns the index of r in latinTable, or -1.
func latinSlot(r rune) int {
	switch {
	case r >= 0xC0 && r < 0x250:
		return int(r - 0xC0)
	case r == 'ə':
		return latinLow
	case r >= 0x1E00 && r < 0x1F00:
		return latinLow + 1 + int(r-0x1E00)
	}
	return -1
}

// putLatin writes the ASCII letters of a Latin letter at in[n] and returns the new n.
func putLatin(in *[maxLetters]byte, n int, r rune) int {
	slot := latinSlot(r)
	if slot < 0 {
		return n
	}
	for _, c := range latinTable[slot] {
		if c != 0 && n < maxLetters {
			in[n] = c
			n++
		}
	}
	return n
}

// presentation returns the letters that a presentation form (U+FB50 and up) stands for.
func presentation(s string) []byte { return norm.NFKC.PropertiesString(s).Decomposition() }
