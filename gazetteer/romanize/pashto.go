package romanize

// pashto.go: names with the four letters of Pashto that Dari lacks. څ is read ts, s in Dari
// mouths, and written ch by the English; ځ is dz, z and j; ښ is sh in Kandahar and kh in
// Nangarhar; ږ is zh, g and j (BGN/PCGN 2007 has ts, dz, sh, zh). The learned costs hold s and
// ch for different letters, as they are in all other names, so that these names are listed.

// pashtoNames are the spellings of one name each, as they stand in lists and in the press.
var pashtoNames = [][]string{
	{"Achakzai", "Atsakzai", "Asakzai", "Asekzai"},  // اڅکزی
	{"Chamkani", "Tsamkani", "Samkani", "Samkanai"}, // څمکنی
	{"Chawkay", "Tsawkay", "Sawkay"},                // څوکۍ
	{"Tsarandoy", "Sarandoy", "Charandoy"},          // څارندوی
	{"Saranwal", "Tsaranwal", "Charanwal"},          // څارنوال
	{"Zadran", "Dzadran", "Jadran"},                 // ځدراڼ
	{"Jaji", "Dzadzi", "Dzazi", "Zazi", "Zazai"},    // ځاځی
	{"Zalmay", "Dzalmay", "Jalmay"},                 // ځلمی
	{"Zaland", "Dzaland", "Jaland"},                 // ځلاند
	{"Zwak", "Dzwak", "Jwak"},                       // ځواک
	{"Pashtun", "Pakhtun"},                          // پښتون
	{"Pashtunyar", "Pakhtunyar"},                    // پښتونیار
	{"Pashto", "Pakhto"},                            // پښتو
	{"Shaista", "Khaista"},                          // ښایسته
	{"Wazhma", "Wagma"},                             // وږمه
	{"Spozhmai", "Spogmai"},                         // سپوږمۍ
}

// pashtoCost is what two such spellings cost: more than spellings of one key, less than
// another letter.
const pashtoCost = 1.0
