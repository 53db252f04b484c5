// Package eval measures recognisers against annotated text.
//
// It reads gold documents (JSON Lines, or text with bracketed mentions), the records
// that the namyab command writes, and columns of tags; it compares them and reports.
// It knows nothing of how mentions are found: any system whose output can be read as
// [Doc] values can be measured. Every count is kept beside the ratio made of it.
//
// # Spans
//
// The four schemes are those of SemEval-2013 task 9.1 (Segura-Bedmar, Martínez and
// Herrero-Zazo, "SemEval-2013 Task 9: Extraction of Drug-Drug Interactions from
// Biomedical Texts", 2013, section 5), which follow MUC-5 (Chinchor and Sundheim,
// 1993). Gold and predicted mentions are first paired one to one ([Pair]): same span
// and label, then same span, then overlapping; then each pair is judged:
//
//	                      strict     exact      partial    type
//	same span and label   correct    correct    correct    correct
//	same span             incorrect  correct    correct    incorrect
//	overlap, same label   incorrect  incorrect  partial    correct
//	overlap               incorrect  incorrect  partial    incorrect
//	gold alone            missed     missed     missed     missed
//	prediction alone      spurious   spurious   spurious   spurious
//
//	possible = correct + incorrect + partial + missed       (gold mentions)
//	actual   = correct + incorrect + partial + spurious     (predictions)
//	P = (correct + partial/2) / actual, R = (correct + partial/2) / possible
//
// A doubtful (optional) gold mention counts for nothing; a prediction that overlaps
// one, and equals no other gold mention, is ignored.
//
// # Identity
//
// Link accuracy is taken over strictly matched mentions that have a norm. A link is
// right when [Right] says so; no link (NIL) is right when the judge knows no entry
// under any of the norms. Linked F1 is strict F1 with "and the identity is right"
// added; mentions without a norm, and predictions that strictly match one, are left out
// of it. "Not plain" leaves out the mentions that any list of countries would get right.
//
// # Clusters
//
// Gold mentions of one document with the same norm are one cluster; a mention without
// a norm is a cluster of its own. B³ is that of Bagga and Baldwin ("Algorithms for
// Scoring Coreference Chains", 1998); CEAF-e is Luo's entity-based score ("On
// Coreference Resolution Performance Metrics", 2005, φ4) with the best assignment of
// clusters found exactly. Both are given over the strictly matched mentions (what the
// clustering did with the mentions it had) and over all mentions, where a missed or
// spurious mention earns nothing, as in the reference scorer (Pradhan et al., "Scoring
// Coreference Partitions of Predicted Mentions: A Reference Implementation", 2014).
// Numerators and denominators are summed over documents before they are divided.
//
// # Places
//
// The toponym scores are those of Leidner ("Toponym Resolution in Text", 2007) and
// Gritta, Pilehvar and Collier ("A Pragmatic Guide to Geoparsing Evaluation", 2020):
// the share of places put within 161 km (100 miles) of the right point, and the median
// distance. The point of a norm is that of the best-known entry with that name, since
// the gold data hold no coordinates; so these scores cannot see which of two villages
// of one name was meant. A place that was not linked, or whose entry has no point,
// counts as being half a great circle away. The adm1 and adm2 scores ask for the same
// province and the same district, where the gold place lies in one.
package eval
