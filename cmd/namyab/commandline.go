package main

import (
	"github.com/namyab/namyab/cmd/namyab/internal/flags"
	"github.com/namyab/namyab/cmd/namyab/internal/format"
	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// commandLine returns the command line as data. It is made when asked for, not at start-up.
func commandLine() *flags.Set {
	return &flags.Set{
		Tool:    "namyab",
		Version: toolVersion,
		Summary: "says who, which group and which place each name in a text means",
		Long: "namyab reads English reporting on Afghanistan and links every name it finds to one entry of its gazetteer, " +
			"whatever the spelling: Panjshir, Panjsheer and Panjsher are one province. Text goes in, JSON Lines come out.",
		Default:  "extract",
		Verbs:    verbs(),
		Flags:    append(extractFlags(), otherFlags()...),
		Exits:    exits,
		Sections: []flags.Section{{Title: "Errors in the output", Body: errorSection}},
	}
}

var exits = []flags.Exit{
	{Code: exitOK, Meaning: "all went well; bad documents are records with an error in their place"},
	{Code: exitInput, Meaning: "with --strict: at least one document was bad; lint: there are findings; any verb: the output could not be written"},
	{Code: exitUsage, Meaning: "the command line is wrong"},
	{Code: exitData, Meaning: "a gazetteer, model, gold or training file is wrong"},
}

func errorSection() string {
	out := "A document that cannot be read becomes {\"id\":…,\"error\":{\"code\",\"message\",\"line\",\"column\"}} in its place. " +
		"Lines count from 1 in the input, columns in characters from 1. The codes:\n"
	for _, c := range record.Codes() {
		out += "\n " + string(c.Code) + ": " + c.Meaning
	}
	return out
}

const (
	catInput  = "Input"
	catOutput = "Output"
	catRecog  = "Recognition"
	catRun    = "Running"
)

func extractFlags() []flags.Flag {
	return []flags.Flag{
		{Name: "input", Short: 'i', Arg: "FORM", Default: "text", Choices: []string{"text", "lines", "jsonl", "html"}, Category: catInput,
			Help: "what the input is",
			Long: "text: each file is a document. lines: each line is one. jsonl: each line is an object with a text field; its other fields come out byte for byte. html: each file is a page; offsets count in the page as it is."},
		{Name: "field", Arg: "NAME", Default: "text", Category: catInput, Help: "the field of a jsonl object that holds the text"},
		{Name: "id-field", Arg: "NAME", Default: "id", Category: catInput, Help: "the field that holds the id, a string or a number"},
		{Name: "date-field", Arg: "NAME", Default: "date", Category: catInput, Help: "the field that holds the date",
			Long: "When the flag is given a value that is no date is an error; else it is passed over."},
		{Name: "into", Arg: "KEY", Category: catInput, Help: "nest our keys of a jsonl record under this one"},
		{Name: "null-data", Short: 'z', Category: catInput, Help: "lines end in NUL instead of newline, in and out"},
		{Name: "date", Arg: "DATE", Category: catInput, Help: "date of the documents, YYYY[-MM[-DD]]: people and units are taken as of then"},
		{Name: "max-line", Arg: "SIZE", Default: "64MiB", Type: flags.Size, Category: catInput, Help: "longest line; a longer one is an error in its place"},
		{Name: "max-doc", Arg: "SIZE", Default: "16MiB", Type: flags.Size, Category: catInput, Help: "most that is analysed of one document",
			Long: "A longer document is cut at the last paragraph, line or space before that, and its record says truncated."},

		{Name: "output", Short: 'o', Arg: "FORMAT", Default: "jsonl", Choices: format.Names, Category: catOutput, Help: "what is written"},
		{Name: "offsets", Arg: "UNIT", Default: "codepoint", Choices: []string{"codepoint", "byte", "utf16"}, Category: catOutput,
			Help: "what offsets count",
			Long: "For jsonl, json, csv, tsv and geojson. brat, webanno, spacy and labelstudio demand code points and get them."},
		{Name: "labels", Arg: "LIST", Category: catOutput, Help: "only these labels: a comma-separated list of PERSON, ORG, GPE, LOC, FAC, NORP"},
		{Name: "labels-map", Arg: "MAP", Category: catOutput, Help: "rename labels: conll, ontonotes, acled, or PERSON=PER,NORP= (nothing leaves out)"},
		{Name: "candidates", Arg: "N", Default: "0", Type: flags.Count, Category: catOutput, Help: "add up to N ranked alternatives to each mention"},
		{Name: "explain", Category: catOutput, Help: "add reasons, sources and what was dropped"},
		{Name: "max-output-bytes", Arg: "SIZE", Default: "0", Type: flags.Size, Category: catOutput, Help: "longest record, 0 for no limit",
			Long: "Candidates and explanations go first, then entities from the end; the record says truncated. Fields of the input are never cut."},

		{Name: "tagger", Arg: "NAME", Default: "crf", Choices: []string{"crf", "prose", "none"}, Category: catRecog, Help: "the statistical finder"},
		{Name: "model", Arg: "FILE", File: true, Category: catRecog, Help: "a model that namyab train wrote, in place of the embedded one",
			Long: "Scores were measured with the embedded one."},
		{Name: "gazetteer", Short: 'g', Arg: "FILE", File: true, Repeat: true, Category: catRecog, Help: "add, replace or suppress entries: TSV, JSONL or compiled, laid over in order"},

		{Name: "jobs", Short: 'j', Arg: "N", Default: "0", Type: flags.Count, Category: catRun, Help: "workers, at most one a core; 0 for one a core; the output is the same with any number"},
		{Name: "strict", Category: catRun, Help: "exit 1 after the run when a document was bad"},
		{Name: "stats", Category: catRun, Help: "print a summary to stderr at the end"},
	}
}

func otherFlags() []flags.Flag {
	return []flags.Flag{
		{Name: "output", Key: "look-output", Short: 'o', Arg: "FORMAT", Default: "table", Choices: []string{"table", "json", "tsv"}, Category: catOutput, Help: "what is written"},
		{Name: "output", Key: "gaz-output", Arg: "FORMAT", Default: "table", Choices: []string{"table", "json", "tsv"}, Category: catOutput, Help: "lint, stats: what is written"},
		{Name: "output", Key: "score-output", Short: 'o', Arg: "FORMAT", Default: "table", Choices: []string{"table", "json"}, Category: catOutput, Help: "what is written"},
		{Name: "kind", Arg: "KIND", Repeat: true, Category: catRecog, Help: "only entries of this kind: province, district, village, person, armed-group …"},
		{Name: "within", Arg: "ID", Category: catRecog, Help: "only entries that lie within this one"},
		{Name: "limit", Short: 'n', Arg: "N", Default: "10", Type: flags.Count, Category: catOutput, Help: "most answers to a name"},
		{Name: "min-score", Arg: "SCORE", Default: "0", Type: flags.Real, Category: catRecog, Help: "least score of an answer, 0 for the measured threshold, negative for none"},
		{Name: "run", Category: catRun, Help: "run the recogniser on the text of GOLD instead of reading PRED"},
		{Name: "conll", Category: catInput, Help: "the files are CoNLL-style columns; spans are scored as conlleval does"},
		{Name: "dev", Arg: "FILE", File: true, Repeat: true, Category: catInput, Help: "CoNLL file by which the best epoch is chosen, training is stopped early and the probabilities are calibrated"},
		{Name: "out", Key: "model-out", Short: 'o', Arg: "FILE", File: true, Default: "model.ncrf", Category: catOutput, Help: "the model file to write"},
		{Name: "out", Key: "blob-out", Short: 'o', Arg: "FILE", File: true, Default: "gazetteer.ngz", Category: catOutput, Help: "build: the file to write"},
		{Name: "map", Arg: "LIST", Category: catInput, Help: "rename tags of the files: per=PERSON,geo=GPE|LOC,tim=,*=MISC",
			Long: "Nothing after = drops the names of that tag, * stands for all tags not listed. In training, GPE|LOC leaves open which of the two it is, and O|NORP whether it is a name."},
		{Name: "weight", Arg: "FILE=W", Repeat: true, Category: catInput, Help: "a sentence of FILE counts W times, such as web.conll=0.5; else once",
			Long: "FILE is written as among the operands; W stands after the last =."},
		{Name: "epochs", Arg: "N", Default: "0", Type: flags.Count, Category: catRun, Help: "most passes over the data, 0 for the default"},
		{Name: "seed", Arg: "N", Default: "1", Type: flags.Count, Category: catRun, Help: "the same seed and data give the same bytes"},
		{Name: "gold-tokens", Category: catInput, Help: "learn on the tokens of the files instead of ours",
			Long: "For a model that is measured on given tokens. For running text leave it out: the text of the files is then cut as extract cuts it."},
		{Name: "no-hints", Category: catRecog, Help: "let the model know nothing of the gazetteer"},
		{Name: "json", Category: catOutput, Help: "write JSON"},
		{Name: "listed", Category: catOutput, Help: "only spellings that the gazetteer lists"},
	}
}
