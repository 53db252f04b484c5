// Package rules proposes mentions from hand-written patterns: a title before a name, a
// class word after a place, the heads of organisations' names, the definition of an
// acronym, speech verbs, datelines, bylines.
//
// Rules only propose. Their ranges may overlap and contradict each other; what each rule
// is worth is learned by the resolver downstream, so patterns of different reliability
// are different rules, each with a stable name.
package rules
