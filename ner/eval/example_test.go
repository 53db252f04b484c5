package eval_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/namyab/namyab/ner/eval"
)

func Example() {
	gold, err := eval.ReadGold(strings.NewReader("## one\n[Massoud|PERSON|Ahmad Massoud] left [Panjsheer|GPE|Panjshir Province].\n"))
	if err != nil {
		log.Fatal(err)
	}
	pred, err := eval.ReadPred(strings.NewReader(`{"id":"one","offset_unit":"codepoint","entities":[` +
		`{"start":0,"end":7,"text":"Massoud","label":"PERSON","link":null,"cluster":1},` +
		`{"start":13,"end":22,"text":"Panjsheer","label":"LOC","link":null,"cluster":2}]}`))
	if err != nil {
		log.Fatal(err)
	}
	pred, err = eval.Align(gold, pred) // same documents, same order, code points
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range eval.Score(gold, pred, nil).Spans {
		fmt.Printf("%-7s P %.2f R %.2f\n", s.Scheme, s.Overall.Precision, s.Overall.Recall)
	}
	if err := eval.WriteMistakes(os.Stdout, eval.Mistakes(gold, pred, nil)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// strict  P 0.50 R 0.50
	// exact   P 1.00 R 1.00
	// partial P 1.00 R 1.00
	// type    P 0.50 R 0.50
	// one	wrong-label	GPE "Panjsheer"	Panjshir Province	LOC "Panjsheer"	-	Massoud left [Panjsheer] .
}
