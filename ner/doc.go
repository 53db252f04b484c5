// Package ner finds the people, groups and places that an English text on Afghanistan
// names, and says which ones they are.
//
// [New] makes a [Recognizer]; [Recognizer.Recognize] reads a text and returns its mentions:
// exact spans with a label, one entry of the gazetteer or NIL, and a cluster. Spans are
// half-open ranges of bytes; the text is never changed.
//
// The flow is in recognizer.go: finders propose, [Mention]s are what is left after the
// claims that overlap were weighed against each other, the linker decides identity. Every
// judgement is a sum of learned weights of plain facts; [WithExplain] lists them.
package ner
