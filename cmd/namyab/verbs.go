package main

import (
	"slices"

	"github.com/namyab/namyab/cmd/namyab/internal/flags"
)

func verbs() []flags.Verb {
	return slices.Concat(textVerbs(), goldVerbs(), dataVerbs())
}

func textVerbs() []flags.Verb {
	return []flags.Verb{
		{
			Name: "extract", Operands: "[FILE…]", Files: true,
			Summary: "Find and link the names in texts",
			Flags: []string{"input", "output", "field", "id-field", "date-field", "into", "null-data", "date", "max-line", "max-doc",
				"offsets", "labels", "labels-map", "candidates", "explain", "max-output-bytes", "tagger", "model", "gazetteer", "jobs", "strict", "stats"},
			Long: "Without FILE, or with -, standard input is read. gzip and zstd data are read as they are. " +
				"With -i lines and -i jsonl one line in gives exactly one line out, in order, flushed before more input is waited for; a blank line answers a blank one. " +
				"A bad document becomes a record with an error in its place and the run goes on. SIGTERM ends a run after what was read has been answered.\n\n" +
				"jsonl: of the input's fields only schema, offset_unit, entities, dropped and meta are replaced; --into KEY replaces none but KEY.",
			Examples: []flags.Example{
				{Note: "the names in an article, one JSON record", Command: "namyab extract testdata/sample.txt"},
				{Note: "one record a line of standard input", Command: "echo 'Ahmad Masood spoke in Panjsheer.' | namyab -i lines"},
				{Note: "add entities to JSON Lines, other fields kept", Command: `echo '{"id":7,"body":"Fighting in Kabul."}' | namyab -i jsonl --field body --into ner`},
				{Note: "a page to read: names in colour, identities, a map", Command: "namyab extract -o html testdata/sample.txt"},
				{Note: "one row a mention for a spreadsheet", Command: "namyab extract -o csv --labels PERSON,GPE testdata/sample.txt"},
			},
		},
		{
			Name: "lookup", Operands: "NAME…",
			Summary: "Say which entries a spelling means, ranked",
			Flags:   []string{"look-output", "kind", "within", "limit", "min-score", "gazetteer"},
			Long:    "Without NAME, names are read from standard input, one a line. With -o json each name gives one line {\"query\":…,\"hits\":[…]}; hits is empty when nothing is known. An edit such as ee→i has the letters of the spelling and those of the listed name; ^ and $ are the ends of a word.",
			Examples: []flags.Example{
				{Note: "a spelling that nobody listed", Command: "namyab lookup Panjsheer"},
				{Note: "only provinces, as JSON", Command: "namyab lookup -o json --kind province Kandehar"},
				{Note: "many names", Command: "printf 'Herat\\nMazar-e Sharif\\n' | namyab lookup -o tsv --limit 1"},
			},
		},
		{
			Name: "variants", Operands: "NAME…",
			Summary: "List plausible spellings of a name, most likely first",
			Flags:   []string{"look-output", "limit", "listed", "gazetteer"},
			Examples: []flags.Example{
				{Note: "how else Massoud may be written", Command: "namyab variants Massoud"},
			},
		},
		{
			Name: "explain", Operands: "[TEXT…]",
			Summary: "Show tokens, candidates, what was dropped and why, and how each link was chosen",
			Flags:   []string{"tagger", "model", "gazetteer", "date", "candidates"},
			Long:    "The operands are the text; without them it is read from standard input.",
			Examples: []flags.Example{
				{Note: "why this Massoud", Command: "namyab explain 'Ahmad Massoud, the NRF leader, left Panjshir.'"},
			},
		},
	}
}

// goldVerbs read annotated text.
func goldVerbs() []flags.Verb {
	return []flags.Verb{
		{
			Name: "eval", Operands: "GOLD [PRED]", Files: true,
			Summary: "Score predictions against annotated text",
			Flags:   []string{"score-output", "run", "conll", "tagger", "model", "map", "no-hints", "gazetteer", "jobs"},
			Long: "GOLD is JSON Lines with id, text and entities, or text with bracketed mentions. PRED is what extract writes. " +
				"The scores are strict, exact, partial and type of SemEval-2013 task 9.1, link accuracy, clusters (B³, CEAF-e) and toponyms.\n\n" +
				"With --conll the files hold a token and its tag a line, and spans are scored as conlleval does: GOLD and PRED with the tag in the last column, or one file with gold and predicted tag in the last two. " +
				"With --conll --model M the tokens of GOLD are tagged with M, as they are; give --map and --no-hints as M was trained with.",
			Examples: []flags.Example{
				{Note: "run on a gold file and score", Command: "namyab eval --run testdata/corpus/w1_wire_a.txt"},
				{Note: "the same without the statistical finder", Command: "namyab eval --run --tagger none testdata/corpus/w1_wire_a.txt"},
			},
		},
		{
			Name: "train", Operands: "FILE…", Files: true,
			Summary: "Train the tagger on CoNLL-style files",
			Flags:   []string{"model-out", "dev", "map", "weight", "gold-tokens", "epochs", "seed", "no-hints", "gazetteer"},
			Long: "Each line of a file holds a token and its tag, in the first and the last column; a blank line ends a sentence, a line -DOCSTART- begins a document. Tags are BIO, BILOU or IOBES:\n\n" +
				" Nasima B-PER\n Haidari I-PER\n opened O\n a O\n clinic O\n\n" +
				"extract and explain want the labels PERSON, ORG, GPE, LOC, FAC and NORP, or some of them: --map renames what a file has. eval --conll takes any. " +
				"All files share one --map; - is standard input. " +
				"Training runs through all --epochs without --dev, and stops early with it. The same files, flags and seed give the same bytes on any machine. Progress goes to stderr when it is a terminal.",
			Examples: []flags.Example{
				{Note: "a model from annotated sentences, its tags renamed", Command: "namyab train -o mine.ncrf --map PER=PERSON,LOC=GPE --dev cmd/namyab/testdata/dev.conll cmd/namyab/testdata/train.conll"},
				{Note: "how well it tags sentences that it has not seen", Command: "namyab eval --conll --model mine.ncrf --map PER=PERSON,LOC=GPE cmd/namyab/testdata/dev.conll"},
				{Note: "what extract finds with it", Command: "echo 'Nasima Torabi left Ghazal Relief.' | namyab -i lines --model mine.ncrf"},
			},
		},
	}
}

func dataVerbs() []flags.Verb {
	return []flags.Verb{
		{
			Name: "gazetteer", Operands: "build|lint|export|stats [FILE…]", Files: true,
			Words:   []string{"build", "lint", "export", "stats"},
			Summary: "Compile, check, write out or count a gazetteer",
			Flags:   []string{"blob-out", "gazetteer", "gaz-output"},
			Long: "build FILE compiles a table (TSV or JSONL), or a directory of tables, into a file that opens at once. " +
				"lint FILE prints each defect as file:line:column and exits 1 when there is one. " +
				"export writes one JSON object an entry, stats counts entries by kind; both take FILE, or the embedded gazetteer with --gazetteer laid over it.",
			Examples: []flags.Example{
				{Note: "what is inside", Command: "namyab gazetteer stats"},
				{Note: "every entry as JSON", Command: "namyab gazetteer export | head -n 3"},
				{Note: "check a table of one's own", Command: "namyab gazetteer lint testdata/people.tsv"},
			},
		},
		{
			Name: "version", Summary: "Print the versions of tool, data and model", Flags: []string{"json"},
			Examples: []flags.Example{{Note: "with hashes, for a log", Command: "namyab version --json"}},
		},
		{
			Name: "completion", Operands: "bash|zsh|fish", Words: []string{"bash", "zsh", "fish"},
			Summary:  "Print the completion script for a shell",
			Examples: []flags.Example{{Note: "load it in bash", Command: "source <(namyab completion bash)"}},
		},
		{
			Name: "man", Summary: "Print the manual page",
			Examples: []flags.Example{{Note: "read it", Command: "namyab man > namyab.1"}},
		},
		{
			Name: "help", Operands: "[VERB]", Summary: "Print help, of a verb if one is named",
			Words: []string{"extract", "lookup", "variants", "explain", "eval", "train", "gazetteer", "version"},
		},
	}
}
