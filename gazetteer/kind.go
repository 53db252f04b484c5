package gazetteer

import "fmt"

var kindNames = [numKinds]string{
	"", "country", "province", "district", "city", "town", "village", "valley", "river", "lake",
	"mountain", "pass", "desert", "region", "airport", "base", "dam", "road", "bridge",
	"border-crossing", "building", "person", "armed-group", "party", "government", "military",
	"police", "intelligence", "igo", "ngo", "media", "company", "people", "tribe", "religion",
	"nationality",
}

// String returns the published word for the kind, "" for NoKind.
func (k Kind) String() string {
	if k < numKinds {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// ParseKind reads a published word.
func ParseKind(s string) (Kind, error) {
	if i := indexOf(kindNames[1:], s); i >= 0 {
		return Kind(i + 1), nil
	}
	return NoKind, fmt.Errorf("kind %q is not one of the published kinds (country, province, …, person, armed-group, …)", s)
}

// Kinds lists every kind, in the published order.
func Kinds() []Kind {
	ks := make([]Kind, 0, numKinds-1)
	for k := Country; k < numKinds; k++ {
		ks = append(ks, k)
	}
	return ks
}

// IsPlace reports whether entries of the kind have a position on the map.
func (k Kind) IsPlace() bool { return k >= Country && k <= Building }

// IsSettled reports whether the kind is a place of the label GPE: country to village.
func (k Kind) IsSettled() bool { return k >= Country && k <= Village }

// IsNatural reports whether the kind is a place of the label LOC: valley to region.
func (k Kind) IsNatural() bool { return k >= Valley && k <= Region }

// IsBuilt reports whether the kind is a place of the label FAC: airport to building.
func (k Kind) IsBuilt() bool { return k >= Airport && k <= Building }

// IsOrganisation reports whether the kind is a body: armed group to company.
func (k Kind) IsOrganisation() bool { return k >= ArmedGroup && k <= Company }

// IsPeople reports whether the kind is a people, tribe, faith or nationality (label NORP).
func (k Kind) IsPeople() bool { return k >= People && k <= Nationality }

var classNames = [...]string{"name", "acronym", "demonym", "short", "nickname", "former", "code"}

// String returns the word for the class as it stands in the tables.
func (c AliasClass) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return fmt.Sprintf("AliasClass(%d)", uint8(c))
}

// ParseAliasClass reads a word of the tables.
func ParseAliasClass(s string) (AliasClass, error) {
	if i := indexOf(classNames[:], s); i >= 0 {
		return AliasClass(i), nil
	}
	return NameAlias, fmt.Errorf("alias class %q is not one of name, acronym, demonym, short, nickname, former, code", s)
}
