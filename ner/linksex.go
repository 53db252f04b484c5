package ner

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
)

// weighCleric compares the religious title before a name with what the entry is: a Qari
// Abdullah is neither Abdullah Abdullah nor a king, and no Mullah is American.
func (s *scratch) weighCleric(m *named, r *reading) {
	if m.first == 0 || !s.anyLow(m.first-1, clerics[:]) {
		return
	}
	if abroad[string(r.land[:])] {
		r.add(lClericAbroad, m.label)
	} else if m.words == 1 && !r.titled {
		r.add(lClericLay, m.label)
	}
}

var clerics = [...]string{"mullah", "mulla", "molla", "mawlawi", "mawlavi", "maulvi", "maulawi", "maulavi", "molavi", "moulvi", "molvi",
	"maulana", "mawlana", "qari", "qazi", "mufti", "hafiz", "haji", "hajji", "sheikh", "shaikh", "akhund"}

// abroad are countries whose public men have no such titles.
var abroad = wordSet("US GB CA AU NZ DE FR IT ES NL BE NO SE DK FI PL CZ HU RO PT GR AT CH IE UA RU CN JP KR IL BR MX")

// weighSex compares the honorific before a name with the sex of the entry, which the
// tables do not give: it is read from the given name.
func (s *scratch) weighSex(m *named, r *reading, f *entryFacts) {
	if m.first == 0 || !s.class[m.first-1].Has(gazetteer.Title|gazetteer.TitlePart) {
		return
	}
	k := m.first - 1
	switch {
	case s.anyLow(k, ladies[:]):
		if f.woman {
			r.add(lWoman, m.label)
		} else {
			r.add(lSexClash, m.label)
		}
	case f.woman && s.anyLow(k, gentlemen[:]):
		r.add(lSexClash, m.label)
	}
}

var (
	ladies    = [...]string{"mrs", "mrs.", "ms", "ms.", "miss", "madam", "madame", "lady", "queen", "princess", "begum", "bibi", "khanum"}
	gentlemen = [...]string{"mr", "mr.", "sir", "king", "prince", "mullah", "maulvi", "mawlawi", "sheikh"}
)

// isWoman reports whether the first word of a person's name is a woman's name.
func isWoman(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return women[first]
}

// women are given names of women whom the tables hold.
var women = wordSet(`
	Adela Aisha Alison Amina Angela Angelina Anita Anna Anne Annegret Annie Asila Asma Atifa Azra Barbara Belquis Benazir
	Bibi Bushra Carlotta Catherine Cathy Cherie Christina Christine Cindy Clare Condoleezza Deborah Diana Elizabeth
	Ellen Emma Farahnaz Fariba Farida Farkhunda Farzana Fatima Fauzia Fawzia Federica Florence Freshta Frozan
	Golda Gulalai Habiba Hamida Hangama Hasina Hassina Hawa Heather Helen Helena Hillary Hina Homa Homaira Humaira
	Indira Ingrid Jacinda Jamila Jane Janet Jeanne Jelena Jill Joan Joanna Julia Julie Kamala Karen Karima Kate Kathleen Kathy
	Khadija Khaleda Khalida Kimberly Kobra Kubra Laila Lailoma Latifa Laura Laurel Leila Lida Linda Lisa Liz Louise Lynne Lyse
	Madeleine Mahbouba Malala Malalai Maleeha Manizha Margaret Margarita Maria Mariam Marie Marise Mary Maryam Masooda Massouda
	Meena Megawati Melania Michèle Mona Monica Munisa Nadia Naheed Najia Najla Nancy Nargis Naseema Nasrin Negar Nigar
	Niloofar Nirmala Nirupama Oana Palwasha Pamela Parvin Parwin Patricia Penny Phumzile Rahela Rahima Rangina Razia
	Rebecca Robina Rokhshana Rona Rosemary Roya Rula Ruqia Sadako Safia Sahar Sahira Salima Sally Samantha Sanna Sara Sarah Seema
	Segolene Selay Setara Shabana Shaharzad Shahla Shakila Shamsia Sharbat Sharifa Sherry Shinkai Shokria Shukria Sima
	Simin Sippi Sohaila Sonia Sonita Soraya Spojmai Suella Suhaila Suraya Susan Sushma Tahera Tahmina Tamana Theresa Tulsi Tzipi Ursula
	Valerie Victoria Wazhma Weeda Wendy Yalda Yogita Zahra Zainab Zakia Zarifa Zeba Zohra Zoya Zubaida`)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
